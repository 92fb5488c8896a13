const users = new Map([['1', { id: '1' }]]);

const createUser = async (body) => ({ id: '3', ...body });
const getUserById = async (id) => users.get(id) ?? null;
const deleteUserById = async (id) => getUserById(id);
const findToken = async (token) => token ?? null;

module.exports = { createUser, getUserById, deleteUserById, findToken };
