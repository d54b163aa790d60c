-- A search touches nothing of what the caller may not see: every word of a record stands in the index
-- once for each key of its audience, as one token of both (`b12:roof`), and whoever searches looks
-- for the words beside their own keys. Times tell nothing of what stands beside others.
--
-- The index keeps neither texts nor places. What it is made of, and what an excerpt is made of,
-- stands in a table. What is wrong in it is mended by a rebuild, as all that follows from records,
-- and by that both are filled when the file is opened.

DROP TABLE search_terms;
DROP TABLE search;

CREATE TABLE search_texts (
  record INTEGER PRIMARY KEY,
  en TEXT NOT NULL,
  fr TEXT NOT NULL,
  keys TEXT NOT NULL
) STRICT;

-- The words come folded, without accents; the tokenizer only cuts at blanks.
CREATE VIRTUAL TABLE search_index USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars ':'"
);

-- The tokens that stand in it, so that a beginning can be replaced by the words it begins.
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search_index, instance);
