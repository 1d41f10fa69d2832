import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {BuildStopped} from '../../../src/problem.ts'
import {
  drawPicture,
  hasPicture,
  listPictures,
  type PictureFiles,
  readPictures,
} from '../../../src/variants/easy-read/pictures.ts'
import {content} from '../../support/publication.ts'

const grades = [2, 3, 4, 5].flatMap((of) => Array.from({length: of}, (_, index) => `grade-${index + 1}-of-${of}`))
const names = [...listPictures(), ...grades]

describe.each(names)('the picture %s', (name) => {
  const svg = drawPicture(name)

  it('is one drawing, hidden from assistive technology and from the keyboard', () => {
    expect(svg).toMatch(/^<svg [^>]*aria-hidden="true" focusable="false">.+<\/svg>$/)
    expect(svg.match(/<svg/g)).toHaveLength(1)
    expect(svg).not.toMatch(/<(?:title|desc|text|a)\b|\btabindex|\brole=/)
  })

  it('has no script, style, id, link or colour of its own', () => {
    expect(svg).not.toMatch(/<(?:script|style|use|image|foreignObject)\b|\s(?:style|id|on\w+|href|xlink:href)=|url\(/i)
    const colours = [...svg.matchAll(/\s(?:fill|stroke|color|stop-color)="([^"]*)"/g)].map(([, colour]) => colour)
    expect(colours.filter((colour) => colour !== 'none' && colour !== 'currentColor')).toEqual([])
  })

  it('weighs little, since a page has about forty', () => expect(Buffer.byteLength(svg)).toBeLessThan(4_100))
})

describe('the list of pictures', () => {
  it('has a picture for each topic, and each name once', () => {
    expect(content.topics.filter(({id}) => !hasPicture(`topic-${id}`))).toEqual([])
    expect(new Set(listPictures()).size).toBe(listPictures().length)
  })

  it('uses each of our drawings', () => {
    const files = readdirSync('layouts/assets/pictures').map((file) => file.replace(/\.svg$/, ''))
    expect(files.filter((name) => !hasPicture(name))).toEqual([])
  })

  it('knows which names content may use', () => {
    expect([
      hasPicture('council'),
      hasPicture('grade-2-of-4'),
      hasPicture('unicorn'),
      hasPicture('grade-5-of-4'),
    ]).toEqual([true, true, false, false])
    expect(() => drawPicture('unicorn')).toThrow('Unexpected picture `unicorn`')
    expect(() => drawPicture('grade-5-of-4')).toThrow('Unexpected picture `grade-5-of-4`')
  })
})

describe('pictures of grades', () => {
  it('tell grades apart by shape: as many filled steps as the grade is high', () => {
    const filled = (name: string) => drawPicture(name).match(/<rect[^>]* fill="currentColor"/g)?.length
    expect([1, 2, 3, 4].map((rank) => filled(`grade-${rank}-of-4`))).toEqual([4, 3, 2, 1])
  })

  it('are all different', () => expect(new Set(grades.map(drawPicture)).size).toBe(grades.length))
})

/** Reads a list as text, with one icon in either set and one drawing. */
function read(list: string): ReadonlyMap<string, string> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1h2" fill="currentColor"/></svg>'
  const files: PictureFiles = {
    project: (file) => (file.endsWith('.yaml') ? list : file.endsWith('/known.svg') ? svg : undefined),
    tabler: (icon) => (icon === 'eye' ? svg : undefined),
    healthicons: (icon) => (icon === 'people/nurse' ? svg : undefined),
  }
  return readPictures(files)
}

function refuse(list: string) {
  try {
    read(list)
  } catch (error) {
    if (error instanceof BuildStopped) return error.message
    throw error
  }
  return 'nothing was refused'
}

describe('readPictures', () => {
  const entry = (name: string, from: string) => `- {name: ${name}, shows: something, from: ${from}}\n`

  it('takes icons, drawings and pictures that are the same as another', () => {
    const list = entry('looked', 'tabler/eye') + entry('nurse', 'healthicons/people/nurse') + entry('known', 'drawn')
    const found = read(`${list}${entry('other', 'picture/known')}`)
    expect([...found.keys()]).toEqual(['looked', 'nurse', 'known', 'other'])
    expect(found.get('other')).toBe(found.get('known'))
  })

  it.each([
    [
      'an unknown icon',
      entry('a', 'tabler/eye') + entry('b', 'tabler/no-eye'),
      ':2: bad-picture: Unexpected picture `tabler/no-eye` for `b`',
    ],
    ['an unknown outline', entry('a', 'healthicons/people/robot'), 'expected an outline of Health Icons'],
    ['a missing drawing', entry('gone', 'drawn'), 'expected our drawing in layouts/assets/pictures/gone.svg'],
    ['a picture that is not in the list', entry('a', 'picture/gone'), 'Unexpected picture `picture/gone` for `a`'],
    [
      'a circle of pictures',
      entry('a', 'picture/b') + entry('b', 'picture/a'),
      'Unexpected picture `picture/b` for `a`',
    ],
    [
      'a name twice',
      entry('known', 'drawn') + entry('known', 'drawn'),
      ':2: bad-picture: Unexpected second picture `known`',
    ],
    ['another origin', entry('a', 'https://example.org/a.svg'), 'Unexpected `0.from`: expected `tabler/<icon>`'],
    ['a name that is not one', entry('A_b', 'drawn'), 'Unexpected `0.name`'],
    ['an unknown field', '- {name: known, shows: x, from: drawn, colour: red}\n', ':1: bad-picture'],
  ])('refuses %s with its line and a hint', (_, list, message) => {
    expect(refuse(list)).toContain(message)
    expect(refuse(list)).toMatch(/^content\/plain-language\/pictures\.yaml:\d+: bad-picture: [\s\S]+\n {2}hint: /)
  })

  it('reports everything at once', () => {
    expect(refuse(entry('a', 'drawn') + entry('b', 'tabler/none')).split('bad-picture')).toHaveLength(3)
  })
})
