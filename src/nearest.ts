/** The names most like a mistyped one, each in code marks: `` `a.txt`, `b.txt` ``. */
export function listNearest(name: string, names: readonly string[], count = 3): string {
  return [...names]
    .map((other) => ({other, distance: countEdits(name, other)}))
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, count)
    .map(({other}) => `\`${other}\``)
    .join(', ')
}

/** How many letters one must change, add or leave out to make one name of the other. */
function countEdits(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, index) => index)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [at, other] of [...to].entries())
      next.push(Math.min((row[at] ?? 0) + (letter === other ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
