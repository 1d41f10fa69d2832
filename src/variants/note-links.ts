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
  const placed = sections.flatMap((top) => {
    const part = parts.find((own) => own.sections.includes(top.id))
    // From near to far: what is searched for a note of the number.
    const scopes = [`section ${top.id}`, `part ${part?.id ?? ''}`, 'document']
    return [...eachSection([top])].flatMap(({section}) => [...eachText(section)].map((text) => ({text, scopes})))
  })
  const notes: Note[] = []
  for (const [at, {text, scopes}] of placed.entries()) {
    const {mark} = text.kind === 'note' ? (text.owner as Extract<Block, {kind: 'footnote'}>) : {}
    if (!mark) continue
    const turn = notes.filter((note) => note.mark === mark).length + 1
    // No heading's anchor has an underscore.
    notes.push({owner: text.owner, mark, at, scopes, id: `n_${mark}${turn > 1 ? `_${turn}` : ''}`, references: []})
  }
  const references = placed.flatMap(({text, scopes}, at) =>
    text.kind === 'note'
      ? []
      : findMarks(text.text).flatMap(({mark, at: start, to}): [Text, Insert][] => {
          const note = findNote(notes, mark, at, scopes)
          if (!note) return []
          const turn = note.references.length + 1
          const id = `r${note.id.slice(1)}${turn > 1 ? `-${turn}` : ''}`
          note.references.push(id)
          return [[text, {kind: 'reference', at: start, to, id, url: `#${note.id}`, label: `Footnote ${mark}`}]]
        }),
  )
  return {notes: new Map(notes.map(({owner, id, references: own}) => [owner, {id, references: own}])), references}
}

/** The next note of the number within the section, else within the part, else anywhere; failing that, the last before. */
function findNote(notes: readonly Note[], mark: string, at: number, scopes: readonly string[]): Note | undefined {
  const own = notes.filter((note) => note.mark === mark)
  for (const [index, scope] of scopes.entries()) {
    const near = own.filter((note) => note.scopes[index] === scope)
    const found = near.find((note) => note.at > at) ?? near.at(-1)
    if (found) return found
  }
  return
}
