// Nothing of its own: the target that compiles Catch's header for all suites needs a source.
