"""The voice of the displays: what is said, how loud and when, and its sound, made without internet (R61, R62)."""
