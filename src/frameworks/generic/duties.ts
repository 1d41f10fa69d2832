import {type Duty, eachSection, type Passage, type Section} from '../../assessment.ts'
import {eachText} from '../../texts.ts'
import {findDuties} from '../duties.ts'

// What a council calls a paper of its own.
const ownPaper = /\b(?:plan|strategy|policy|self[- ]?assessment|statement of accounts|local account|budget)\b/i
// Who writes so is the council; inspectors too say `we found`.
const ownVoice =
  /\b(?:our (?:council|residents|services|staff|workforce|ambitions?|vision|plans?|priorities|budget)|we (?:will|plan|aim|intend) to|as a council)\b/i

/**
 * What a document tells the council to do: `The council is asked to publish this letter within six weeks.` In a council's
 * own paper the same words say what it plans, or what the law wants of it.
 */
export function findToldDuties(
  sections: readonly Section[],
  {title, author}: {readonly title: Passage | undefined; readonly author: Passage | undefined},
): Duty[] {
  const all = [...eachSection(sections)].map(({section}) => section)
  // `Report of the Director of …`: an officer reports to members.
  const isOwn =
    author !== undefined ||
    ownPaper.test(title?.text ?? '') ||
    all.some((section) => [...eachText(section)].some(({text}) => ownVoice.test(text)))
  return isOwn ? [] : findDuties(all)
}
