/** The forms of a verb. */
export interface VerbForms {
  readonly do: string
  readonly does: string
  readonly doing: string
  /** The simple past, in which easy read tells what was done. */
  readonly did: string
  /** After `has` and `was`, where it is another word than the past: `given`. */
  readonly done?: string
}

export type VerbForm = Exclude<keyof VerbForms, 'done'>

// Verbs of everyday English keep their old forms; every other verb is regular.
const irregular: Readonly<Record<string, Partial<VerbForms>>> = {
  be: {does: 'is', doing: 'being', did: 'was', done: 'been'},
  become: {did: 'became', done: 'become'},
  begin: {doing: 'beginning', did: 'began', done: 'begun'},
  break: {did: 'broke', done: 'broken'},
  bring: {did: 'brought'},
  build: {did: 'built'},
  buy: {did: 'bought'},
  catch: {did: 'caught'},
  choose: {did: 'chose', done: 'chosen'},
  come: {did: 'came', done: 'come'},
  cost: {did: 'cost'},
  cut: {doing: 'cutting', did: 'cut'},
  deal: {did: 'dealt'},
  do: {does: 'does', did: 'did', done: 'done'},
  draw: {did: 'drew', done: 'drawn'},
  drive: {did: 'drove', done: 'driven'},
  eat: {did: 'ate', done: 'eaten'},
  fall: {did: 'fell', done: 'fallen'},
  feel: {did: 'felt'},
  find: {did: 'found'},
  forget: {doing: 'forgetting', did: 'forgot', done: 'forgotten'},
  get: {doing: 'getting', did: 'got'},
  give: {did: 'gave', done: 'given'},
  go: {does: 'goes', did: 'went', done: 'gone'},
  grow: {did: 'grew', done: 'grown'},
  have: {does: 'has', did: 'had'},
  hear: {did: 'heard'},
  hold: {did: 'held'},
  keep: {did: 'kept'},
  know: {did: 'knew', done: 'known'},
  lead: {did: 'led'},
  learn: {did: 'learned'},
  leave: {did: 'left'},
  let: {doing: 'letting', did: 'let'},
  look: {},
  lose: {did: 'lost'},
  make: {did: 'made'},
  mean: {did: 'meant'},
  meet: {did: 'met'},
  overcome: {did: 'overcame', done: 'overcome'},
  oversee: {doing: 'overseeing', did: 'oversaw', done: 'overseen'},
  pay: {did: 'paid'},
  put: {doing: 'putting', did: 'put'},
  rise: {did: 'rose', done: 'risen'},
  run: {doing: 'running', did: 'ran', done: 'run'},
  say: {did: 'said'},
  see: {doing: 'seeing', did: 'saw', done: 'seen'},
  seek: {did: 'sought'},
  sell: {did: 'sold'},
  send: {did: 'sent'},
  set: {doing: 'setting', did: 'set'},
  show: {did: 'showed', done: 'shown'},
  sit: {doing: 'sitting', did: 'sat'},
  speak: {did: 'spoke', done: 'spoken'},
  spend: {did: 'spent'},
  spread: {did: 'spread'},
  stand: {did: 'stood'},
  take: {did: 'took', done: 'taken'},
  teach: {did: 'taught'},
  tell: {did: 'told'},
  think: {did: 'thought'},
  understand: {did: 'understood'},
  undergo: {does: 'undergoes', did: 'underwent', done: 'undergone'},
  undertake: {did: 'undertook', done: 'undertaken'},
  win: {doing: 'winning', did: 'won'},
  withdraw: {did: 'withdrew', done: 'withdrawn'},
  write: {did: 'wrote', done: 'written'},
}

/** Verbs of more than one syllable whose last consonant is doubled: `refer` → `referring`. */
const doubling =
  /^(?:refer|commit|admit|submit|permit|control|begin|occur|prefer|transfer|cancel|label|model|travel|enrol|fulfil|plan|stop|cut|step|drop|map|equip)$/
/** A short verb that ends in one vowel and one consonant doubles it: `plan` → `planning`. */
const shortVerb = /^[^aeiou]*[aeiou][bdfgklmnprstz]$/

/** `improve` → improves, improving, improved. */
export function conjugate(verb: string): VerbForms {
  const stem = doubling.test(verb) || shortVerb.test(verb) ? `${verb}${verb.at(-1)}` : verb
  const bare = verb.endsWith('e') && !verb.endsWith('ee') ? verb.slice(0, -1) : stem
  const isY = /[^aeiou]y$/.test(verb)
  const regular: VerbForms = {
    do: verb,
    does: isY ? `${verb.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`,
    doing: `${bare}ing`,
    did: isY ? `${verb.slice(0, -1)}ied` : verb.endsWith('e') ? `${verb}d` : `${stem}ed`,
  }
  return {...regular, ...irregular[verb]}
}

/** Sets the verb of a phrase in another form, or both of two: `make it better` → `making it better`, `find and keep staff`. */
export function inflectPhrase(phrase: string, form: VerbForm): string {
  const [verb = '', and, second, ...rest] = phrase.split(' ')
  const others = and === 'and' && second ? [and, conjugate(second)[form], ...rest] : [and, second, ...rest]
  return [conjugate(verb)[form], ...others].filter((word) => word !== undefined).join(' ')
}

const plurals: Readonly<Record<string, string>> = {is: 'are', has: 'have', was: 'were', does: 'do', goes: 'go'}

/** The verb for several: `needs` → `need`, `is` → `are`. */
export function agree(verb: string, number: 'one' | 'many'): string {
  if (number === 'one') return verb
  return plurals[verb] ?? verb.replace(/(?<=\w\w)ies$/, 'y').replace(/(?<=(?:ss|x|zz|ch|sh))es$|(?<!s)s$/, '')
}
