const express = require('express');

const router = express.Router();
const orders = new Map([['7', { id: '7', open: true }]]);

// case found: GET /orders/7
// case missing: GET /orders/9
router.get('/orders/:id', (req, res) => {
  const order = orders.get(req.params.id);
  if (!order) {
    return res.status(404).json({ error: 'No such order' }); // answers missing
  }
  res.json(order); // answers found
});

// case created: POST /orders {"id":"8"}
// case bad-order: POST /orders {}
router.post('/orders', function createOrder(req, res) {
  const { id } = req.body;
  if (!id) return res.status(400).send('id is missing'); // answers bad-order
  return res.status(201).location(`/orders/${id}`).json({ id }); // answers created
});

// case no-content: DELETE /orders/7
router.delete('/orders/:id', removeOrder);

function removeOrder(req, res) {
  res.status(204).end(); // answers no-content
}

// case send-status: PUT /orders/7
router.put('/orders/:id', (req, res) => res.sendStatus(202)); // answers send-status

// case property: PATCH /orders/7
router.patch('/orders/:id', (req, res) => {
  res.statusCode = 409;
  res.setHeader('Content-Type', 'text/plain');
  res.end('in use'); // answers property
});

// case write-head: GET /raw
router.get('/raw', (req, res) => {
  res.writeHead(418, { 'Content-Type': 'text/plain' });
  res.write('short'); // answers write-head
  res.end(' and stout');
});

// case implicit-end: GET /quiet
router.get('/quiet', (req, res) => {
  res.end(); // answers implicit-end
});

// case last-status: GET /twice
router.get('/twice', (req, res) => {
  res.status(500);
  res.status(503).send('later'); // answers last-status
});

// case status-kept: GET /kept
router.get('/kept', (req, res) => {
  res.status(410);
  res.json({ gone: true }); // answers status-kept
});

// case send-null: GET /null
router.get('/null', (req, res) => {
  res.json(null); // answers send-null
});

// case other-names: GET /other-names
router.get('/other-names', (request, reply) => {
  reply.status(206).send('part'); // answers other-names
});

// case alias: GET /alias
router.get('/alias', (req, res) => {
  const response = res;
  response.status(203).json({}); // answers alias
});

// case all-methods: PUT /any
router.all('/any', (req, res) => {
  res.status(405).set('Allow', 'GET').end(); // answers all-methods
});

// case text-status: GET /text-status
router.get('/text-status', (req, res) => {
  res.status('404').json({ error: 'text' }); // answers text-status
});

// case computed: GET /computed
router.get('/computed', (req, res) => {
  const base = 400;
  res.status(base + 22).json({ error: 'sum' }); // answers computed
});

module.exports = router;
