/** A user pool of the template. */
export interface PoolInput {
  readonly id: string;
  readonly arn: string;
  readonly passwordPolicy: PasswordPolicy;
  readonly clients: readonly ClientInput[];
  /** Names of its groups. */
  readonly groups: readonly string[];
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly lowercase: boolean;
  readonly uppercase: boolean;
  readonly numbers: boolean;
  readonly symbols: boolean;
}

/** An app client of a pool. */
export interface ClientInput {
  readonly id: string;
  /** What ExplicitAuthFlows holds, such as ALLOW_REFRESH_TOKEN_AUTH. */
  readonly flows: readonly string[];
  /** How long its tokens are good for, in ms. */
  readonly validity: { readonly id: number; readonly access: number; readonly refresh: number };
  /** PreventUserExistenceErrors. */
  readonly hidesUnknown: boolean;
}
