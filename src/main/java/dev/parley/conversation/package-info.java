/**
 * The domain, pure: the inbox of many consumers, their conversations, dialogs and timelines, and how a message gets delivered.
 * Commands go from the screen to a session, Updates come back; both ends keep their copy of the model by applying the same Updates.
 * The model classes have no locks: each copy belongs to one thread (the session's to the event loop, the screen's to the UI thread).
 * The ports Outbox, Drafts and History are what a store implements.
 */
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
