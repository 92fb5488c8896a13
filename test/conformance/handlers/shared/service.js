exports.buildService = () => ({
  find: async (id) => {
    if (Number.isNaN(Number(id))) throw new TypeError('not an id');
    return id === '1' ? { id } : undefined;
  },
  create: async (data) => data,
  answer: async () => ({ statusCode: 207, parts: [] }),
});
