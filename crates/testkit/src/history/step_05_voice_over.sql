-- The Nepal fork runs the same statement later, as its one file of its own.
ALTER TABLE article ADD "voiceOverKey" text;
