import {expect, test} from 'vitest'
import {listCouncils, listNewest} from '../../../src/site/lists.ts'
import {formatSitemap} from '../../../src/site/sitemap.ts'
import {makePublished} from './published.ts'

const leeds = {id: 'leeds', name: 'Leeds City Council'}

test('puts the report with the latest date or period first', () => {
  const assessments = [
    makePublished({id: 'leicester/2002-03-annual-review', period: '2002-03'}),
    makePublished({id: 'leeds/2007-08-performance-summary', period: '2007-08', dated: '2008-10-27', council: leeds}),
    makePublished({id: 'leicester/2009-10-performance-assessment', period: '2009-10'}),
  ]
  expect(listNewest({assessments}, 2).map(({assessment}) => assessment.period)).toEqual(['2009-10', '2007-08'])
})

test('lists each council once, with the number of its reports', () => {
  const assessments = [makePublished({council: leeds}), makePublished({council: leeds, period: '2003-04'})]
  expect(listCouncils({assessments})).toEqual([{...leeds, reports: 2}])
})

test('lists every page with an address of its own in the sitemap', () => {
  const sitemap = formatSitemap(['/', '/404.html', '/councils/a&b/'], {url: 'https://www.example.org'})
  expect([...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1])).toEqual([
    'https://www.example.org/',
    'https://www.example.org/councils/a&amp;b/',
  ])
})
