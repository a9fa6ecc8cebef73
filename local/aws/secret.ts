/** Which function changes a secret, and how often by itself. */
export interface RotationInput {
  readonly functionArn: string;
  readonly everyDays: number;
}

export interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly rotation: RotationInput | undefined;
  versions: Version[];
}

export interface Version {
  readonly id: string;
  /** Undefined until a rotation has made it. */
  text?: string;
  readonly created: number;
  stages: string[];
}

export const current = 'AWSCURRENT';
export const previous = 'AWSPREVIOUS';
export const pending = 'AWSPENDING';
