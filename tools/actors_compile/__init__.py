"""The steps of compiling the actor table: who held which office, and places and bodies."""
