import { mondayToFriday } from '../lib/config/monday-to-friday.ts';
import type { Consultant } from '../lib/domain/catalogue.ts';

/** So many consultants who all work Monday to Friday from 8:30 to 17:30. */
export function manyConsultants(count: number): readonly Consultant[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `consultant-${index + 1}`,
    name: `Consultant ${index + 1}`,
    hours: mondayToFriday('08:30', '17:30'),
    room: {
      url: `https://meet.example.com/${index + 1}`,
      dialInUrl: 'https://meet.example.com/dial-in',
      conferenceId: `200 300 ${String(index + 1).padStart(3, '0')}`,
    },
  }));
}
