import { meaningOf } from './field-meanings.ts';
import type { SchemaRow } from './schema-rows.ts';

/** Fields with what they hold and mean. */
export function FieldList({ fields }: { readonly fields: readonly SchemaRow[] }) {
  return (
    <dl class="fields">
      {fields.map(({ path, holds, required }) => (
        <div>
          <dt>
            <code>{path}</code>{' '}
            <span class="soft">
              {holds}
              {required ? '' : ', optional'}
            </span>
          </dt>
          <dd>{meaningOf(path)}</dd>
        </div>
      ))}
    </dl>
  );
}
