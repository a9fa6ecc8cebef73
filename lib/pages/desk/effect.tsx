import type { ComponentChildren } from 'preact';

interface EffectProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A line of a list of labels and what they stand for (`dl.effects`). */
export function Effect({ label, children }: EffectProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
