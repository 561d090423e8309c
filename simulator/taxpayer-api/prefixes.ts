/** Where the addresses of the taxpayer API begin, in all its faces. */
export const API_PREFIXES = [
  "/taxpayerapi",
  "/gus",
  "/standard/gstn",
  "/authenticate",
  "/gst/compliance",
  "/authentication",
];
