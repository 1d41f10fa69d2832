import {daleChall} from 'dale-chall'
import {spache} from 'spache'

/**
 * Words that the two American lists (1995 and 1974) lack although nobody who grew up in Britain stumbles over them. Only
 * these four reasons count; a word that is merely frequent in reports stays unfamiliar.
 */
export const familiarBritishWords: readonly string[] = [
  // British words for what the lists have under an American name: mom, truck, gasoline, movie, drugstore, mail.
  ...['mum', 'mummy', 'nan', 'lorry', 'petrol', 'cinema', 'chemist', 'postcode', 'fridge', 'cooker', 'queue', 'pram'],
  ...['nappy', 'fortnight', 'bungalow', 'pence', 'maths', 'takeaway', 'plaster', 'trousers', 'jumper', 'pyjamas'],
  // Everyday things that came after the lists.
  ...['email', 'website', 'internet', 'online', 'computer', 'laptop', 'mobile', 'video', 'tv', 'texting'],
  // The lists have himself and ourselves.
  'themselves',
  // Where people live.
  ...['britain', 'british', 'england', 'scotland', 'wales', 'welsh', 'scottish'],
]

const known = {
  daleChall: new Set([...daleChall, ...familiarBritishWords]),
  spache: new Set([...spache, ...familiarBritishWords]),
}

/** Whether a word in small letters, or the word it is an inflection of, is on Dale–Chall's list of 1995 or ours. */
export const isOnDaleChall = (word: string): boolean => isListed(word, known.daleChall)

/** The same for the shorter list of Spache of 1974. */
export const isOnSpache = (word: string): boolean => isListed(word, known.spache)

const isListed = (word: string, list: ReadonlySet<string>): boolean =>
  list.has(word) || listRoots(word).some((root) => list.has(root) || listAmerican(root).some((own) => list.has(own)))

/** What a word may be a regular inflection of, itself included: `stopping` → stopping, stopp, stoppe, stop. */
function listRoots(word: string): string[] {
  const bare = word.replace(/'s?$|(?<=s)'$/u, '')
  const one = [...new Set([bare, ...dropPlural(bare)])]
  return [...new Set(one.flatMap((form) => [form, ...dropEnding(form)]))].filter((root) => root.length > 1)
}

function dropPlural(word: string): string[] {
  if (/ss$/u.test(word) || !word.endsWith('s')) return []
  return [
    word.slice(0, -1),
    ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : []),
    ...(/(?:[sxzo]|[cs]h)es$/u.test(word) ? [word.slice(0, -2)] : []),
  ]
}

const ending = /^(?<stem>\p{L}{2,}?)(?<ending>ed|ing|er|est|ly)$/u

function dropEnding(word: string): string[] {
  const {stem, ending: own} = ending.exec(word)?.groups ?? {}
  if (!stem || !own) return []
  if (own === 'ly') return [stem, stem.replace(/i$/u, 'y'), `${stem}le`, `${stem}l`]
  return [stem, `${stem}e`, stem.replace(/i$/u, 'y'), stem.replace(/(?<twice>[bdfglmnprtvz])\k<twice>$/u, '$1')]
}

const american: Readonly<Record<string, string>> = {
  cheque: 'check',
  cosy: 'cozy',
  defence: 'defense',
  grey: 'gray',
  plough: 'plow',
  practise: 'practice',
  tyre: 'tire',
  woollen: 'woolen',
}

/** The American spelling of a British one: `colour` → color, `centre` → center, `realise` → realize. */
function listAmerican(word: string): string[] {
  return [
    ...(american[word] ? [american[word]] : []),
    ...(word.includes('our') ? [word.replace('our', 'or')] : []),
    ...(word.endsWith('tre') ? [word.replace(/tre$/u, 'ter')] : []),
    ...(word.endsWith('ogramme') ? [word.slice(0, -2)] : []),
    ...(/is[ei]/u.test(word) ? [word.replace(/is(?=[ei])/u, 'iz')] : []),
  ]
}
