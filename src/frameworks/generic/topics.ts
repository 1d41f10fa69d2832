import {foldHeading} from '../reading.ts'

/** The names that inspectors gave to what they judged, joined by our topics; a heading must say one and nothing else. */
const names: Readonly<Record<string, readonly string[]>> = {
  health: [
    'health and wellbeing',
    'health and well being',
    'health and emotional well being',
    'improved health and well being',
    'improved health and emotional well being',
    'supporting people to live healthier lives',
  ],
  'quality-of-life': ['quality of life', 'improved quality of life'],
  'taking-part': ['making a positive contribution'],
  choice: ['choice and control', 'increased choice and control'],
  fairness: [
    'freedom from discrimination and harassment',
    'freedom from discrimination or harassment',
    'fair access',
    'equity in experience and outcomes',
  ],
  'money-and-work': ['economic well being', 'economic wellbeing'],
  'dignity-and-safety': [
    'personal dignity and respect',
    'maintaining personal dignity and respect',
    'ensuring safety',
    'safe systems pathways and transitions',
    'safeguarding',
    'safeguarding adults',
  ],
  'getting-support': ['working with people', 'assessing needs', 'quality of services for users and carers'],
  services: ['providing support', 'care provision integration and continuity', 'partnerships and communities'],
  leadership: [
    'leadership',
    'capacity to improve',
    'capacity for improvement',
    'governance management and sustainability',
    'learning improvement and innovation',
  ],
  resources: ['commissioning and use of resources', 'cost and efficiency'],
  priorities: ['national priorities and strategic objectives'],
}
const topics = new Map(Object.entries(names).flatMap(([topic, all]) => all.map((name) => [name, topic] as const)))

/** The topic of a heading that is plainly one of the joined names: `Theme 3: Ensuring safety` → `dignity-and-safety`. */
export function findTopic(heading: string): string | undefined {
  if (heading.length > 100) return
  const folded = foldHeading(heading).replace(
    /^(?:outcome|theme|domain|standard|quality statement) (?:\d{1,2}|[a-z]) /,
    '',
  )
  return topics.get(folded)
}
