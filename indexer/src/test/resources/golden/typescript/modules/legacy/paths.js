function join(...parts) {
  return parts.map((part) => trim(part)).join('/')
}

function trim(text) {
  return text.trim()
}

module.exports = { join, trim }
