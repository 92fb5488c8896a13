const express = require('express');
const accounts = require('./shared/accounts');

const router = express.Router();

class OrderController {
  constructor(orders) {
    this.orders = orders;
    this.update = this.update.bind(this);
  }

  list(req, res) {
    return res.status(200).json({ orders: [] }); // answers method
  }

  show = (req, res) => {
    const order = this.orders[req.params.id];
    if (!order) return this.notFound(res); // answers field-missing
    return res.json(order); // answers field-found
  };

  update(req, res) {
    if (!this.orders[req.params.id]) return res.sendStatus(404);
    res.status(202).end(); // answers bound
  }

  static remove(req, res) {
    res.status(204).send(); // answers static
  }

  notFound(res) {
    return res.status(404).json({ error: 'No such order' });
  }
}

const controller = new OrderController({ 1: { id: 1 } });

const users = {
  create(req, res) {
    res.status(201).json(req.body); // answers object-method
  },
  remove: async (req, res) => {
    res.status(410).end(); // answers object-field
  },
};

exports.health = (req, res) => {
  res.status(200).send('ok'); // answers exported
};

// case method: GET /orders
router.get('/orders', controller.list);
// case field-found: GET /orders/1
// case field-missing: GET /orders/2
router.get('/orders/:id', controller.show);
// case bound: PUT /orders/1
router.put('/orders/:id', controller.update);
// case static: DELETE /orders/1
router.delete('/orders/:id', OrderController.remove);
// case object-method: POST /users {"name":"x"}
router.post('/users', users.create);
// case object-field: DELETE /users/1
router.delete('/users/:id', users.remove);
// case exported: GET /health
router.get('/health', exports.health);
// case elsewhere: GET /elsewhere
router.get('/elsewhere', accounts.show, (req, res) => {
  res.status(208).end(); // answers elsewhere
});

exports.default = router;
