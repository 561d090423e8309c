// Stands in for `debug` in the built program: what packages tell themselves nobody reads
// there, and to leave it out costs less than to ask each time whether somebody does.

const silent = () => undefined;

module.exports = () => silent;
