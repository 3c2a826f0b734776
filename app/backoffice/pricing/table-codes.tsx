/** The codes of price tables, offered while one is typed; others can be typed all the same. */
export function TableCodes({ tables }: { tables: readonly { code: string; name: string }[] }) {
  return (
    <datalist id="table-codes">
      {tables.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
