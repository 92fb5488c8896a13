const Router = require('@koa/router');

const router = new Router();

async function tell(ctx, next) {
  try {
    await next();
  } catch {
    ctx.status = 401; // answers refused
    ctx.body = { error: 'Who are you?' };
  }
}

// case refused: GET /refused
router.get('/refused', tell, async () => {
  throw new Error('No token');
});

// case guarded: GET /guarded
// case let-through: GET /guarded?key=1
router.get(
  '/guarded',
  (ctx, next) => {
    if (!ctx.query.key) {
      ctx.status = 403; // answers guarded
      return;
    }
    return next();
  },
  (ctx) => {
    ctx.body = 'fine'; // answers let-through
  },
);

// case temporary: GET /temporary
router.get('/temporary', (ctx) => {
  ctx.redirect('/x'); // answers temporary
});

// case permanent: GET /permanent
router.get('/permanent', (ctx) => {
  ctx.status = 301; // answers permanent
  ctx.redirect('/x');
});

// case permanent-later: GET /permanent-later
router.get('/permanent-later', (ctx) => {
  ctx.redirect('/x');
  ctx.status = 308; // answers permanent-later
});

// case overruled: GET /overruled
router.get('/overruled', (ctx) => {
  ctx.status = 404;
  ctx.redirect('/x'); // answers overruled
});

// case text: GET /text
router.get('/text', (ctx) => {
  ctx.status = '404'; // answers text
});

// case named-route: GET /named-route
router.get('home', '/named-route', (ctx) => {
  ctx.status = 203; // answers named-route
  ctx.body = 'home';
});

module.exports = router;
