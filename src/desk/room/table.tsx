import { asCell, editTable, rowsOf, type SlidePart } from '../../edit/index.ts'
import { act, current, currentSlide } from '../model/deck.ts'
import { say } from '../model/language.ts'

/** A table as a table, its cells plain text. */
export function Table({ part, table }: { readonly part: number; readonly table: SlidePart }) {
  const slide = currentSlide.value
  if (!slide) return null
  const id = current.value
  const rows = rowsOf(slide.text, table)
  const change = (next: typeof rows): void => act((state) => editTable(state, id, part, next))
  const width = rows[0]?.length ?? 0
  return (
    <table class="cells">
      <tbody>
        {rows.map((row, r) => (
          <tr key={String(r)}>
            {row.map((cell, c) => (
              <td key={String(c)}>
                <input
                  type="text"
                  value={cell.replace(/\\(?=[\\`*_[\]<>|~$^&=])/g, '')}
                  aria-label={say.slide.cell(r + 1, c + 1)}
                  onChange={(event) => {
                    const words = asCell(event.currentTarget.value)
                    change(rows.with(r, row.with(c, words)))
                  }}
                />
              </td>
            ))}
            <td>
              {r > 0 && (
                <button
                  type="button"
                  title={say.slide.removeRow}
                  aria-label={say.slide.removeRow}
                  onClick={() => change(rows.filter((_, i) => i !== r))}
                >
                  ×
                </button>
              )}
            </td>
          </tr>
        ))}
        <tr>
          {rows[0]?.map((_, c) => (
            <td key={String(c)}>
              {width > 1 && (
                <button
                  type="button"
                  title={say.slide.removeColumn}
                  aria-label={say.slide.removeColumn}
                  onClick={() => change(rows.map((row) => row.filter((_cell, i) => i !== c)))}
                >
                  ×
                </button>
              )}
            </td>
          ))}
          <td class="more">
            <button type="button" onClick={() => change([...rows, Array.from({ length: width }, () => '')])}>
              {say.slide.addRow}
            </button>
            <button type="button" onClick={() => change(rows.map((row) => [...row, '']))}>
              {say.slide.addColumn}
            </button>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
