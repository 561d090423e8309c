// Stands in for `side-channel` in the built program: it serves engines without WeakMap and keys
// that are no objects, and `qs`, which alone uses it here, has neither.

module.exports = () => new WeakMap();
