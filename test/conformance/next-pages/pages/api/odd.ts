import type { NextApiRequest, NextApiResponse } from 'next';

// case body-with-204: GET /api/odd
// case property: GET /api/odd?kind=property
// case number: GET /api/odd?kind=number
// case out-of-range: GET /api/odd?kind=range
// case text: GET /api/odd?kind=text
// case undefined: GET /api/odd?kind=undefined
// case twice: GET /api/odd?kind=twice
export default function handler(req: NextApiRequest, res: NextApiResponse) {
  switch (req.query.kind) {
    case 'property':
      res.statusCode = 418;
      return res.end('tea'); // answers property
    case 'number':
      return res.send(404); // answers number
    case 'range':
      return res.status(1000).json({}); // answers out-of-range
    case 'text':
      return res.status('403' as never).json({}); // answers text
    case 'undefined':
      return res.status(undefined as never).json({}); // answers undefined
    case 'twice':
      res.status(400).json({ error: 'no' }); // answers twice
      return res.status(200).json({});
    default:
      return res.status(204).json({ done: true }); // answers body-with-204
  }
}
