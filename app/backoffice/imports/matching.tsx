import type { Preview } from "#app/domain/imports/preview.server.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Select } from "#app/kit/select.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { importWords } from "#app/words/imports.ts";

type Readable = Extract<Preview, { isReadable: true }>;

/** Which column holds which field, beside the first rows, and the two ways on: try it or bring it in. */
export function Matching({ preview }: { preview: Readable }) {
  const w = useWords(importWords);
  const options = preview.header.map((name, at) => ({ value: at, label: name || `${at + 1}` }));
  return (
    <>
      <Card title={w.matchTitle}>
        <form method="post" className="form">
          <p className="muted">{w.matchLead}</p>
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
            {preview.fields.map((field) => (
              <Select
                key={field.name}
                name={`columns.${field.name}`}
                label={w.fields[field.name] ?? field.name}
                help={field.isRequired && field.column === null ? w.required : undefined}
                optional={!field.isRequired}
                value={field.column}
                options={options}
                empty={w.leftOut}
              />
            ))}
          </div>
          <p className="help">{w.tryHelp}</p>
          <div className="form-foot row">
            <Button name="act" value="try">
              {w.tryIt}
            </Button>
            <Button look="primary" name="act" value="import">
              {w.bringIn}
            </Button>
          </div>
        </form>
      </Card>
      <Card title={w.preview} flush>
        <Table
          caption={w.preview}
          rows={preview.rows.map((cells, at) => ({ at, cells }))}
          rowKey={(row) => row.at}
          columns={preview.header.map((name, at) => ({
            key: `${at}`,
            head: name,
            cell: (row: { cells: string[] }) => row.cells[at] ?? "",
            phone: at === 0 ? ("title" as const) : undefined,
          }))}
        />
      </Card>
    </>
  );
}
