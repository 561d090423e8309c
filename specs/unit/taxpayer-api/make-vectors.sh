#!/usr/bin/env bash
# Known answers for each cipher step of the taxpayer API, made by OpenSSL's command line,
# so that neither our server nor our client vouches for itself:
#
#   specs/unit/taxpayer-api/make-vectors.sh > specs/unit/taxpayer-api/vectors.json
#   npx prettier --write specs/unit/taxpayer-api/vectors.json
#
# The key pair is made afresh on each run and protects nothing.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cd "$work"

app_key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
ascii_app_key=$(printf 'Aq3xZ7kLm9Pw2RtYb5Nc8VdHs4Jf6GuE' | xxd -p -c 64)
next_app_key=202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f
ek=a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf
rek=f0e1d2c3b4a5968778695a4b3c2d1e0f0f1e2d3c4b5a69788796a5b4c3d2e1f0
payload='{"gstin":"29AABCB0000C1ZO","fp":"042026","name":"₹ चाय"}'

base64_line() { base64 -w 0; }
bytes() { printf '%s' "$1" | xxd -r -p; }
aes() { openssl enc -aes-256-ecb -K "$1" | base64_line; }
hmac() { openssl dgst -sha256 -mac HMAC -macopt "hexkey:$1" -binary | base64_line; }
rsa() { # padding mode
  openssl pkeyutl -encrypt -certin -inkey certificate.pem -pkeyopt "rsa_padding_mode:$1" | base64_line
}
text() { printf '%s' "$payload" | base64_line; }
# As Ruby's Base64.encode64 writes it: broken into lines, and a line break at the end.
ruby_text() { printf '%s' "$payload" | base64 -w 60; }
json() { # a text as a JSON string
  printf '"%s"' "$(printf '%s' "$1" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' | awk -v ORS='\\n' 1 | sed 's/\\n$//')"
}
block() { # an RSA block written out by hand, for what no padding mode makes
  bytes "$1" | openssl pkeyutl -encrypt -certin -inkey certificate.pem -pkeyopt rsa_padding_mode:none | base64_line
}
repeat() { printf "%0.s$1" $(seq "$2"); }

openssl req -x509 -newkey rsa:2048 -nodes -days 36500 -subj '/CN=Test vectors' \
  -keyout key.pem -out certificate.pem 2> openssl.log

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 \
  -subj '/CN=Test vectors' -keyout ec-key.pem -out ec-certificate.pem 2> openssl.log

cat << JSON
{
  "madeBy": "make-vectors.sh with $(openssl version | cut -d' ' -f1,2)",
  "privateKeyPem": $(json "$(cat key.pem)"),
  "certificatePem": $(json "$(cat certificate.pem)"),
  "ellipticPrivateKeyPem": $(json "$(cat ec-key.pem)"),
  "ellipticCertificatePem": $(json "$(cat ec-certificate.pem)"),
  "appKeys": [
    { "hex": "$app_key", "field": "$(bytes $app_key | rsa pkcs1)" },
    { "hex": "$ascii_app_key", "field": "$(bytes "$ascii_app_key" | rsa pkcs1)" }
  ],
  "shortestPadding": {
    "message": "$(repeat aa 245)",
    "field": "$(block "0002$(repeat ff 8)00$(repeat aa 245)")"
  },
  "refusedAppKeys": {
    "31 bytes": "$(bytes "${app_key:2}" | rsa pkcs1)",
    "33 bytes": "$(bytes "${app_key}20" | rsa pkcs1)",
    "no bytes": "$(bytes '' | rsa pkcs1)",
    "OAEP padding": "$(bytes $app_key | rsa oaep)",
    "no padding": "$(block "$(repeat 00 224)$app_key")",
    "block type 1": "$(block "0001$(repeat ff 221)00$app_key")",
    "block type 0": "$(block "0000$(repeat ff 221)00$app_key")",
    "leading 01": "$(block "0102$(repeat ff 221)00$app_key")",
    "7 bytes of padding": "$(block "0002$(repeat ff 7)00$(repeat aa 246)")",
    "7 bytes of padding, then a key": "$(block "0002$(repeat ff 7)00$(repeat ff 213)00$app_key")",
    "no separator": "$(block "0002$(repeat ff 254)")",
    "another padding byte is zero": "$(block "0002$(repeat ff 100)00$(repeat ff 120)00$app_key")",
    "not base64": "%%%",
    "nothing": "",
    "an AES text": "$(bytes $app_key | aes $ek)"
  },
  "otp": { "digits": "575757", "appKey": "$app_key", "field": "$(printf 575757 | aes $app_key)" },
  "sek": { "ek": "$ek", "appKey": "$app_key", "field": "$(bytes $ek | aes $app_key)" },
  "refreshAppKey": { "appKey": "$next_app_key", "ek": "$ek", "field": "$(bytes $next_app_key | aes $ek)" },
  "answer": {
    "payload": $payload,
    "ek": "$ek",
    "rekKey": "$rek",
    "rek": "$(bytes $rek | aes $ek)",
    "data": "$(text | aes $rek)",
    "hmac": "$(text | hmac $rek)"
  },
  "request": {
    "payload": $payload,
    "ek": "$ek",
    "data": "$(text | aes $ek)",
    "hmac": "$(text | hmac $ek)"
  },
  "requestWithLineBreaks": {
    "payload": $payload,
    "ek": "$ek",
    "data": $(json "$(ruby_text | openssl enc -aes-256-ecb -K $ek | base64 -w 60)"),
    "hmac": "$(ruby_text | hmac $ek)"
  }
}
JSON
