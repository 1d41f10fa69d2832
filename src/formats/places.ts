import type {Nodes, Root, RootContent} from 'mdast'

/** Each place once, and a place for each link: what leads to a part that is not in the file stays as its words. */
export function joinPlaces(body: Root): Root {
  const places = new Set<string>()
  const once = (node: Nodes): Nodes => {
    const id = 'data' in node ? node.data?.id : undefined
    const {id: _, ...rest} = ('data' in node && node.data) || {}
    const single = id === undefined ? node : places.has(id) ? {...node, data: rest} : node
    if (id !== undefined) places.add(id)
    return 'children' in single ? ({...single, children: single.children.map(once)} as Nodes) : single
  }
  const bridge = (node: Nodes): Nodes => {
    if (!('children' in node)) return node
    const children = node.children.flatMap((child): Nodes[] => {
      const whole = bridge(child)
      const leadsNowhere = whole.type === 'link' && whole.url.startsWith('#') && !places.has(whole.url.slice(1))
      return leadsNowhere && 'children' in whole ? [...whole.children] : [whole]
    })
    return {...node, children} as Nodes
  }
  const children = body.children.map(once)
  return {...body, children: children.map(bridge) as RootContent[]}
}
