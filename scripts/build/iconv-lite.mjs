// Stands in for `iconv-lite` in the built program: Node's own TextDecoder knows the charsets
// that forms and JSON come in, and half a megabyte of tables need not be read at each start.

/** @param {string} encoding */
export function encodingExists(encoding) {
  try {
    return Boolean(new TextDecoder(encoding));
  } catch {
    return false;
  }
}

/** @param {Uint8Array} buffer @param {string} encoding */
export function decode(buffer, encoding) {
  return new TextDecoder(encoding).decode(buffer);
}

/** @param {string} encoding */
export function getDecoder(encoding) {
  const decoder = new TextDecoder(encoding);
  return {
    /** @param {Uint8Array} chunk */
    write: (chunk) => decoder.decode(chunk, { stream: true }),
    end: () => decoder.decode(),
  };
}
