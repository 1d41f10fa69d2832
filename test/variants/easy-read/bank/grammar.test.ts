import {describe, expect, it} from 'vitest'
import type {Term} from '../../../../src/content.ts'
import type {Polarity} from '../../../../src/variants/easy-read/bank/entry.ts'
import {tellPhrase} from '../../../../src/variants/easy-read/bank/grammar.ts'
import type {PhraseBank} from '../../../../src/variants/easy-read/bank/load.ts'
import {tellFinding} from '../../../../src/variants/easy-read/bank/tell-finding.ts'
import {type Token, tokenise} from '../../../../src/variants/easy-read/bank/tokens.ts'
import {addTo, makeBank} from '../../../support/bank-files.ts'

const bank = makeBank()
/** Every way to tell a finding, its lines joined. */
const tell = (phrase: string, polarity: Polarity = 'good', from: PhraseBank = bank) =>
  tellPhrase(tokenise(phrase), 'finding', from.grammars[polarity]).map(({lines}) => lines.join(' '))

describe('tellPhrase', () => {
  it.each([
    ['Good home care', 'good', ['Care at home is good.']],
    ['EXCELLENT DOMICILIARY CARE.', 'good', ['Care at home is good.']],
    ['Carers are satisfied', 'good', ['Carers are happy.']],
    ['Waiting times for waiting times for reviews', 'better', ['Waits for waits for reviews need to get better.']],
    ['The council must improve home care', 'next', ['The council must make care at home better.']],
  ] as const)('tells "%s" by entries for all of its words', (phrase, polarity, lines) =>
    expect(tell(phrase, polarity)).toEqual(lines),
  )

  it.each([
    'Good home care today',
    'Sometimes good home care',
    'Good care',
    'Good',
    'home care',
    'Good home care, reviews',
    'Good and home care',
    '',
  ])('tells nothing of "%s", some of whose words belong to no entry', (phrase) => expect(tell(phrase)).toEqual([]))

  it('lets a verb agree with what it is said of, one or many', () => {
    expect(tell('Poor home care', 'better')).toEqual(['Care at home needs to get better.'])
    expect(tell('Poor reviews', 'better')).toEqual(['Reviews need to get better.'])
    expect(tell('Waiting times for home care', 'better')).toEqual(['Waits for care at home need to get better.'])
  })

  it('counts an entry that begins with a slot as one or many by what the slot holds', () => {
    const both = makeBank(
      addTo(
        'things',
        '\n- says: ["{thing} for {people}"]\n  easy: "{thing} for {people}"\n  example: reviews for carers\n',
      ),
    )
    expect(tell('Good reviews for carers', 'good', both)).toEqual(['Reviews for carers are good.'])
    expect(tell('Good home care for carers', 'good', both)).toEqual(['Care at home for carers is good.'])
  })

  it('sets what is done in the form that the line asks for, whatever form the report has', () => {
    expect(tell('Improvement of home care', 'better')).toEqual([
      'The council needs to get better at making care at home better.',
    ])
    expect(tell('The council has improved home care')).toEqual(['The council made care at home better.'])
  })

  it('takes the way that needs the fewest entries, though another is wider', () => {
    const whole = makeBank({
      ...addTo(
        'good',
        '\n- says: ["good reviews"]\n  lines: ["The council checks care plans well."]\n  example: Good reviews\n',
      ),
    })
    expect(tell('Good reviews', 'good', whole)).toEqual(['The council checks care plans well.'])
    expect(tell('Excellent reviews', 'good', whole)).toEqual(['Reviews are good.'])
  })

  it('gives both ways when two need as few, and a finding is then told by neither', () => {
    const two = makeBank(addTo('things', '\n- says: ["supervision"]\n  easy: meetings with staff\n  number: many\n'))
    const three = makeBank(
      addTo(
        'things',
        '\n- says: ["supervision"]\n  easy: meetings with staff\n  number: many\n- says: ["supervision"]\n  easy: watching over people\n',
      ),
    )
    expect(tell('Good supervision', 'good', two)).toEqual(['Meetings with staff are good.'])
    expect(tell('Good supervision', 'good', three)).toEqual([
      'Meetings with staff are good.',
      'Watching over people is good.',
    ])
    expect(tellFinding('Good supervision', 'good', three)).toEqual({why: 'ambiguous'})
  })

  it('takes two entries that say the same for one way', () => {
    const same = makeBank(
      addTo(
        'things',
        '\n- says: ["review work"]\n  easy: reviews\n  number: many\n- says: ["[review|checking] work"]\n  easy: reviews\n  number: many\n',
      ),
    )
    expect(tell('Good review work', 'good', same)).toEqual(['Reviews are good.'])
  })

  it('lets an entry of the bank go before a term of the glossary', () => {
    const rest: Omit<Term, 'term'> = {
      forms: [],
      kind: 'thing',
      alsoCalled: [],
      picture: 'words',
      number: 'one',
      lines: ['x'],
    }
    const glossary = [
      {...rest, term: 'reviews', easy: 'checks of a term'},
      {...rest, term: 'day care'},
      {...rest, term: 'accessible', kind: 'none' as const},
      {...rest, term: 'JSNA'},
    ]
    const withTerms = makeBank({}, glossary)
    expect(tell('Good reviews', 'good', withTerms)).toEqual(['Reviews are good.'])
    expect(tell('Good day care', 'good', withTerms)).toEqual(['Day care is good.'])
    // No noun phrase, and a short form that nothing says simply.
    expect([...tell('Good accessible', 'good', withTerms), ...tell('Good JSNA', 'good', withTerms)]).toEqual([])
  })

  it('tells which entries it used, the outermost first, and their picture', () => {
    const [told] = tellPhrase(tokenise('Good home care'), 'finding', bank.grammars.good)
    expect(told?.entries.map(({from}) => from)).toEqual([
      'content/plain-language/phrases/good.yaml:2',
      'content/plain-language/phrases/things.yaml:2',
    ])
    expect(told?.picture).toBe('home')
  })

  it('gathers what the entries used say that words stand for', () => {
    const reasons = makeBank({
      ...addTo(
        'things',
        '\n- says: ["reassessments"]\n  easy: checks of care\n  number: many\n  because: {checks: reassessments}\n',
      ),
      ...addTo(
        'good',
        '\n- says: ["outstanding {thing}"]\n  lines: ["{Thing is} very good."]\n  because: {very good: outstanding}\n  example: Outstanding home care\n',
      ),
    })
    expect(tellPhrase(tokenise('Outstanding reassessments'), 'finding', reasons.grammars.good)[0]?.because).toEqual({
      checks: 'reassessments',
      'very good': 'outstanding',
    })
  })
})

describe('what means itself', () => {
  const counted = makeBank(
    addTo(
      'good',
      `
- says: ["{number} carers got help"]
  lines: ["{Number} carers got help."]
  example: 14 carers got help
- says: ["{money} for carers"]
  lines: ["Carers got {money}."]
  example: £2,000 for carers
- says: ["carers in {name} are satisfied"]
  lines: ["Carers in {name} are happy."]
  example: Carers in Northwold are satisfied
`,
    ),
  )
  const told = (phrase: string) => tell(phrase, 'good', counted)

  it.each([
    ['14 carers got help', '14 carers got help.'],
    ['3,850 carers got help', '3,850 carers got help.'],
    ['Twelve carers got help', 'Twelve carers got help.'],
    ['£2.5 million for carers', 'Carers got £2.5 million.'],
    ['Carers in Northwold are satisfied', 'Carers in Northwold are happy.'],
    ['Carers in Isle of Eastmere are satisfied', 'Carers in Isle of Eastmere are happy.'],
    [
      '94.4% of carers are satisfied',
      'Of carers, more than 9 out of every 10 are happy. The exact number is 94.4 out of 100.',
    ],
    [
      '94 per cent of carers are satisfied',
      'Of carers, more than 9 out of every 10 are happy. The exact number is 94 out of 100.',
    ],
  ])('is told of "%s"', (phrase, lines) => expect(told(phrase)).toEqual([lines]))

  it.each([
    'many carers got help',
    '14% carers got help',
    '14th carers got help',
    '2009/10 carers got help',
    'carers in northwold are satisfied',
    'carers in Of Northwold of are satisfied',
    'carers in One Two Three Four Five Six Seven are satisfied',
    '94.4 of carers are satisfied',
    '2,000 for carers',
  ])('is not guessed in "%s"', (phrase) => expect(told(phrase)).toEqual([]))
})

describe('a long phrase', () => {
  // What could go round in circles: entries that begin and end with the slot that they fill.
  const deep = makeBank(
    addTo(
      'things',
      `
- says: ["{thing} and {thing2}", "{thing} of {thing2}"]
  easy: "{thing} and {thing2}"
  example: reviews and reviews
`,
    ),
  )
  /** How often the words of a phrase are looked at. */
  function countLooks(words: number): number {
    let looks = 0
    const tokens = tokenise(`good ${Array.from({length: words}, () => 'reviews').join(' and ')}`)
    const counted = new Proxy(tokens, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++
        return Reflect.get(target, key, receiver)
      },
    }) as readonly Token[]
    tellPhrase(counted, 'finding', deep.grammars.good)
    return looks
  }

  it('is told, however deep', () =>
    expect(tell('Good reviews and reviews of home care', 'good', deep)).toEqual([
      'Reviews and reviews and care at home are good.',
    ]))

  it('costs no more than its length asks: twice as many words, a few times the work', () => {
    const [short, long, longer] = [8, 16, 32].map(countLooks)
    expect((long ?? 0) / (short ?? 1)).toBeLessThan(16)
    expect((longer ?? 0) / (long ?? 1)).toBeLessThan(16)
  })
})
