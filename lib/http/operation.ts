import type * as z from 'zod/mini';
import type { RefusalCode } from '../domain/refusal.ts';

/** What is to be said of a route beside its method and path. */
export interface Operation {
  readonly summary: string;
  readonly query?: z.ZodMiniObject;
  readonly headers?: Readonly<Record<string, z.ZodMiniType>>;
  /** `required: false` where the call may come without a body. */
  readonly body?: { readonly schema: z.ZodMiniType; readonly required: boolean; readonly type?: string };
  readonly success: { readonly status: number; readonly schema: z.ZodMiniType };
  /** What it means that the call answers 202 in place of that, in the same shape; absent where it never does. */
  readonly accepted?: string;
  /** What a call that can be tried without effect is then answered. */
  readonly dryRun?: Operation['success'];
  /** Another content type that the success comes in where it is asked for, as text. */
  readonly otherType?: string;
  /** When it answers with nothing, and its status then. */
  readonly nothing?: { readonly status: number; readonly description: string };
  readonly refusals: readonly RefusalCode[];
}
