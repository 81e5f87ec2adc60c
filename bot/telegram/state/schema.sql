-- Telegram's numbers of what came, so that nothing that is sent again is answered again; those
-- below zero are digests of messages, which may come under two numbers.
CREATE TABLE update_seen (
  id INTEGER PRIMARY KEY,
  at REAL NOT NULL
);

-- What came and is not answered yet, as Telegram sent it.
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  at REAL NOT NULL,
  begun INTEGER NOT NULL DEFAULT 0  -- how often its handling began
);

-- What is to be sent. A row goes when it is known to have arrived, or cannot arrive.
CREATE TABLE outbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  chat INTEGER NOT NULL,
  body BLOB NOT NULL,
  at REAL NOT NULL,
  due REAL NOT NULL DEFAULT 0,
  fate TEXT NOT NULL DEFAULT 'waiting' CHECK (fate IN ('waiting', 'sending', 'unknown'))
);
CREATE INDEX outbox_due ON outbox (fate, due);

-- What an answer showed of what was asked: a button finds it by its key.
CREATE TABLE card (
  key TEXT PRIMARY KEY,
  chat INTEGER NOT NULL,
  asker INTEGER,
  body BLOB NOT NULL,
  at REAL NOT NULL
);
CREATE INDEX card_chat ON card (chat, at);

-- Which message of the bot's shows which card.
CREATE TABLE message_card (
  chat INTEGER NOT NULL,
  message INTEGER NOT NULL,
  card TEXT NOT NULL,
  at REAL NOT NULL,
  PRIMARY KEY (chat, message)
) WITHOUT ROWID;
CREATE INDEX message_card_card ON message_card (card);

-- Which articles a message of the bot's quotes, to be told when a quoted passage changes.
CREATE TABLE quoted (
  chat INTEGER NOT NULL,
  message INTEGER NOT NULL,
  article TEXT NOT NULL,
  at REAL NOT NULL,
  PRIMARY KEY (chat, message, article)
) WITHOUT ROWID;
CREATE INDEX quoted_article ON quoted (article);

-- The archive's last change that was looked at.
CREATE TABLE looked (
  what TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  at REAL NOT NULL
);

-- A chat's own settings, as JSON.
CREATE TABLE chat (
  id INTEGER PRIMARY KEY,
  settings BLOB NOT NULL DEFAULT '{}',
  at REAL NOT NULL
);

-- Questions whose new answers a chat wants to be told.
CREATE TABLE watch (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  chat INTEGER NOT NULL,
  thread INTEGER,
  asker INTEGER,
  body BLOB NOT NULL,
  at REAL NOT NULL,
  told REAL NOT NULL DEFAULT 0
);
CREATE INDEX watch_chat ON watch (chat);

-- Articles that a watch has told of.
CREATE TABLE told (
  watch INTEGER NOT NULL REFERENCES watch ON DELETE CASCADE,
  article TEXT NOT NULL,
  at REAL NOT NULL,
  PRIMARY KEY (watch, article)
) WITHOUT ROWID;
