/** What other files call on the response. */
function hangMethods(req, res, next) {
  res.refuse = (status, message) => res.status(status).json({ error: message });
  res.give = (data) => {
    res.json({ data });
  };
  next();
}

module.exports = { hangMethods };
