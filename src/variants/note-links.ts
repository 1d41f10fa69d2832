import {type Assessment, type Block, eachSection} from '../assessment.ts'
import {findMarks} from '../footnotes.ts'
import {eachText, type Text} from '../texts.ts'
import type {Insert} from './inserts.ts'

/** A footnote's anchor, and the anchors of the words that refer to it. */
export interface NoteLinks {
  readonly id: string
  readonly references: readonly string[]
}

export interface Footnotes {
  readonly notes: ReadonlyMap<object, NoteLinks>
  /** Where the words of each part of the model refer to a note. */
  readonly references: readonly (readonly [Text, Insert])[]
}

interface Note {
  readonly owner: object
  readonly mark: string
  readonly at: number
  readonly scopes: readonly string[]
  readonly id: string
  readonly references: string[]
}

/** Joins each superscript of the text to its note, and each note to all that refers to it. */
export function linkNotes({sections, parts = []}: Pick<Assessment, 'sections' | 'parts'>): Footnotes {
  // From the last part to the first, so that the first to list a section has it.
  const partOf = new Map(parts.toReversed().flatMap((part) => part.sections.map((id) => [id, part.id] as const)))
  const placed = sections.flatMap((top) => {
    // From near to far: what is searched for a note of the number.
    const scopes = [`section ${top.id}`, `part ${partOf.get(top.id) ?? ''}`, 'document']
    return [...eachSection([top])].flatMap(({section}) => [...eachText(section)].map((text) => ({text, scopes})))
  })
  const notes: Note[] = []
  const turns = new Map<string, number>()
  for (const [at, {text, scopes}] of placed.entries()) {
    const {mark} = text.kind === 'note' ? (text.owner as Extract<Block, {kind: 'footnote'}>) : {}
    if (!mark) continue
    const turn = (turns.get(mark) ?? 0) + 1
    turns.set(mark, turn)
    // No heading's anchor has an underscore.
    notes.push({owner: text.owner, mark, at, scopes, id: `n_${mark}${turn > 1 ? `_${turn}` : ''}`, references: []})
  }
  const groups = groupNotes(notes)
  const references = placed.flatMap(({text, scopes}, at) =>
    text.kind === 'note'
      ? []
      : findMarks(text.text).flatMap(({mark, at: start, to}): [Text, Insert][] => {
          const note = findNote(groups, mark, at, scopes)
          if (!note) return []
          const turn = note.references.length + 1
          const id = `r${note.id.slice(1)}${turn > 1 ? `-${turn}` : ''}`
          note.references.push(id)
          return [[text, {kind: 'reference', at: start, to, id, url: `#${note.id}`, label: `Footnote ${mark}`}]]
        }),
  )
  return {notes: new Map(notes.map(({owner, id, references: own}) => [owner, {id, references: own}])), references}
}

/** The notes of each number in each scope, in the order of the document. */
type Groups = ReadonlyMap<string, readonly Note[]>

const nameGroup = (mark: string, scope: string) => `${mark} ${scope}`

/** Sorts the notes out once: a document of many thousand notes has no time to go through all of them for each mark. */
const groupNotes = (notes: readonly Note[]): Groups => {
  const groups = new Map<string, Note[]>()
  for (const note of notes)
    for (const scope of note.scopes) {
      const name = nameGroup(note.mark, scope)
      const others = groups.get(name)
      if (others) others.push(note)
      else groups.set(name, [note])
    }
  return groups
}

/** The next note of the number within the section, else within the part, else anywhere; failing that, the last before. */
function findNote(groups: Groups, mark: string, at: number, scopes: readonly string[]): Note | undefined {
  for (const scope of scopes) {
    const near = groups.get(nameGroup(mark, scope))
    if (near) return findNext(near, at) ?? near.at(-1)
  }
  return
}

/** The first note after a place, of notes in the order of the document. */
function findNext(notes: readonly Note[], at: number): Note | undefined {
  let [low, high] = [0, notes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((notes[middle]?.at ?? 0) > at) high = middle
    else low = middle + 1
  }
  return notes[low]
}
