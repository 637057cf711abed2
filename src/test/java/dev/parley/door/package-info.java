/** Who may write where a person sees it: a scan of the classes, and a class that breaks each of its rules. */
@org.jspecify.annotations.NullMarked
package dev.parley.door;
