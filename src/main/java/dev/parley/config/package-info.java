/**
 * Options, profiles, env files, and the folders where state lives. Read once at start; immutable after that.
 */
@NullMarked
package dev.parley.config;

import org.jspecify.annotations.NullMarked;
