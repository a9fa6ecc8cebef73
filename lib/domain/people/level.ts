/** What a member may do follows from the level of the account. The rights of each are in `permissions.ts`. */
export const levels = ['basic', 'sales-designer', 'it-support', 'manager', 'primary'] as const;

export type Level = (typeof levels)[number];

export function isLevel(text: string): text is Level {
  return levels.some((level) => level === text);
}
