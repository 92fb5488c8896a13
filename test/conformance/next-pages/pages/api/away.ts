import type { NextApiRequest, NextApiResponse } from 'next';

// case temporary: GET /api/away
// case permanent: GET /api/away?kind=permanent
// case see-other: GET /api/away?kind=see-other
// case by-hand: GET /api/away?kind=by-hand
// case after-status: GET /api/away?kind=after-status
export default (req: NextApiRequest, res: NextApiResponse) => {
  const { kind } = req.query;
  if (kind === 'permanent') {
    res.redirect(308, '/there'); // answers permanent
  } else if (kind === 'see-other') {
    res.redirect(303, '/there'); // answers see-other
  } else if (kind === 'by-hand') {
    res.writeHead(302, { Location: '/there' }).end(); // answers by-hand
  } else if (kind === 'after-status') {
    res.status(301).redirect('/there'); // answers after-status
  } else {
    res.redirect('/there'); // answers temporary
  }
};
