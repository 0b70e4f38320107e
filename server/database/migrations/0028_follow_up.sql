-- What a contact with somebody who has left was for besides talking: answers of the script, what came of the
-- offer to return to care, and why nobody is to call again. It is part of the contact, and is put right,
-- withdrawn and moved with it; rights and scope are the contact's.
ALTER TABLE contact ADD COLUMN follow_up jsonb;
