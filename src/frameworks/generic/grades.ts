import {type Block, eachSection, type Judgement, type Section, type Table} from '../../assessment.ts'
import {spanPlaces} from '../../outline.ts'
import {foldHeading, slugify, takeId} from '../reading.ts'

const gradeColumn =
  /^(?:(?:overall|final|inspection|council|our) )?(?:grades?|ratings?|judge?ments?|scores?)(?: (?:awarded|given))?$/
// `Risk | Likelihood | Rating`: what is rated there is no work of the council.
const otherRating = /\b(?:risks?|likelihood|impact|probability|severity|priority)\b/
const noGrade =
  /^(?:n ?a|none|nil|tb[ac]|not (?:rated|graded|judged|assessed|applicable|yet .*|known)|see .*|yes|no|to be .*)$/

/** The column that holds the grades of a table whose head names it, when every cell under it is a word or a short phrase. */
export function findGradeColumn({rows}: Table): number | undefined {
  const [head, ...rest] = rows
  const names = head?.cells.map(foldHeading) ?? []
  const columns = names.flatMap((name, index) => (gradeColumn.test(name) ? [index] : []))
  const [column] = columns
  // Two such columns may be of two years, or of two judges, and nothing says which counts.
  if (column === undefined || columns.length > 1 || names.length < 2 || names.some((name) => otherRating.test(name)))
    return
  const cells = rest.map(({cells: own}) => own[column] ?? '').filter(Boolean)
  return cells.length > 0 && cells.every(isWord) ? column : undefined
}

/** Letters, at most four words: `Requires improvement`, `3 stars`; a bare figure is no word. */
const isWord = (text: string) =>
  text.length <= 40 && text.split(' ').length <= 4 && /\p{L}{2}/u.test(text) && !/[.;:!?]$/.test(text)

/** Tables as they are to be shown: rows that blank lines parted are one, and the head of a grade table is a head. */
export function joinTables(blocks: readonly Block[]): Block[] {
  const runs: Block[][] = []
  for (const block of blocks) {
    const [first] = runs.at(-1) ?? []
    const goesOn = first?.kind === 'table' && block.kind === 'table' && block.rows.length === 1
    if (goesOn && first.rows[0]?.cells.length === block.rows[0]?.cells.length) runs.at(-1)?.push(block)
    else runs.push([block])
  }
  return runs.map(([first, ...rest]) => joinTable(first as Block, rest))
}

function joinTable(first: Block, rest: readonly Block[]): Block {
  if (first.kind !== 'table') return first
  const all = [first, ...rest.filter((block) => block.kind === 'table')]
  const table = {...first, rows: all.flatMap(({rows}) => rows), place: spanPlaces(all.map(({place}) => place))}
  return findGradeColumn(table) === undefined ? table : {...table, hasHeader: true}
}

/** The grades of every such table, as printed: a word, without a rank that nobody gave it. */
export function readGrades(sections: readonly Section[]): Judgement[] {
  const all = [...eachSection(sections)].map(({section}) => section)
  const byHeading = Map.groupBy(all, ({heading}) => foldHeading(heading))
  const ids = new Map(all.map(({id}) => [id, 1]))
  const judgements: Judgement[] = []
  const known = new Set<string>()
  const tables = all.flatMap(({body}) => body.filter((block) => block.kind === 'table'))
  for (const {subject, printed, place} of tables.flatMap(listRows)) {
    const folded = foldHeading(subject)
    const key = `${folded}\n${printed.toLowerCase()}`
    // A summary table repeats what another says.
    if (known.has(key) || noGrade.test(foldHeading(printed))) continue
    known.add(key)
    const [section, other] = byHeading.get(folded) ?? []
    const own = section && !other ? section.id : undefined
    const isOverall = /^overall\b/.test(folded) && !ids.has('overall')
    const of = own ?? (isOverall ? takeId('overall', ids) : takeId(`graded-${slugify(subject)}`, ids))
    judgements.push({of, subject, grade: {id: slugify(printed), label: printed}, place})
  }
  return judgements
}

function listRows(table: Table) {
  const column = findGradeColumn(table)
  if (column === undefined) return []
  return table.rows.slice(1).flatMap(({cells, place}) => {
    const subject = cells.find((cell, index) => index !== column && /\p{L}/u.test(cell))
    const printed = cells[column]
    return subject && printed ? [{subject, printed, place}] : []
  })
}
