import type {Assessment, Duty} from '../assessment.ts'
import {eachSection} from '../assessment.ts'
import {eachText, type Text} from '../texts.ts'
import type {Insert} from './inserts.ts'
import {group, heading, hidden, link, list, type PhrasingContent, type RootContent, strong, text} from './tree.ts'

const anchorOf = (index: number) => `d_${index + 1}`

/** What the document tells the council to do, each with the day it is due as printed, and where it says so. */
export function tellDuties({duties}: Assessment): RootContent[] {
  if (duties.length === 0) return []
  const tell = (duty: Duty, index: number): PhrasingContent[] => [
    text(duty.text),
    {type: 'break'},
    strong('By when:'),
    text(` ${duty.deadline ?? 'not stated'}`),
    {type: 'break'},
    link(`#${anchorOf(index)}`, 'Where the document says this', hidden(`, ${index + 1} of ${duties.length}`)),
  ]
  return [
    group(
      'duties',
      [
        heading(2, 'What this document tells the council to do', {id: 'the-duties', isOurs: true}),
        list(duties.map(tell), {isOurs: true}),
      ],
      {tag: 'section', isOurs: true},
    ),
  ]
}

/** An anchor before the words of each duty. */
export function anchorDuties({duties, sections}: Assessment): (readonly [Text, Insert])[] {
  const texts = [...eachSection(sections)].flatMap(({section}) => [...eachText(section)])
  const last = new Map<Text, number>()
  return duties.flatMap((duty, index): (readonly [Text, Insert])[] => {
    const owner = texts.find((own) => findIn(own, duty) > (last.get(own) ?? -1))
    if (!owner) return []
    const at = findIn(owner, duty)
    last.set(owner, at)
    return [[owner, {kind: 'anchor', at, to: at, id: anchorOf(index)}]]
  })
}

/** Where a text holds the duty's words, when it stands where the duty was read. */
function findIn(own: Text, {text: words, place}: Duty): number {
  const stands = 'place' in own.owner ? (own.owner.place as Duty['place']) : undefined
  return stands?.line === place.line ? own.text.indexOf(words) : -1
}
