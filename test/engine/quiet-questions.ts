import type { QuietPlace } from './quiet-place.ts';

/** Questions that code asks of things and people, which only look like checks of what was sent. */
export const QUIET_QUESTIONS: readonly QuietPlace[] = [
  [
    'prefer-bad-request-for-invalid-input',
    'whether whoever is logged in has paid is no matter of input',
    `
import express from 'express';
const app = express();
app.get('/forecast', (req, res) => {
  if (!isPremium(req.user.id)) return res.status(403).json({ error: 'A premium subscription is required' });
  res.json(forecast());
});
`,
  ],
  [
    'prefer-bad-request-for-invalid-input',
    'an awaited question asks how things stand, whatever it is given',
    `
import express from 'express';
const app = express();
app.get('/walls/:id', async (req, res) => {
  const isFollowing = await isFollowingUser(req.params.id);
  if (!isFollowing) return res.status(403).json({ error: 'You must follow them first' });
  res.json(await postsOf(req.params.id));
});
`,
  ],
  [
    'no-server-error-for-client-error',
    'a new password that could not be written is no wrong one',
    `
import express from 'express';
const app = express();
app.put('/me/password', async (req, res) => {
  const changed = await users.updateUser({ password: req.body.newPassword }, { id: req.user.id });
  if (!changed.affectedRows) return res.status(500).json({ error: 'The update of the password failed' });
  res.json({ changed: true });
});
`,
  ],
  [
    'prefer-unauthorized-for-bad-credentials',
    'a passenger is no password',
    `
import express from 'express';
const app = express();
app.post('/trips', async (req, res) => {
  const trip = await trips.findOne({ passengerId: req.body.passengerId });
  if (!trip) return res.status(400).json({ error: 'They take no trip' });
  res.json(trip);
});
`,
  ],
  [
    'prefer-not-found-for-missing',
    'what is to be made refers to something that is not there',
    `
import { ConflictException, Injectable } from '@nestjs/common';
@Injectable()
export class ProductsService {
  async create(product) {
    const category = await categories.findById(product.categoryId);
    if (!category) throw new ConflictException('There is no such category');
    return products.insert(product);
  }
}
`,
  ],
];
