"""Pure decisions of the voice: how numbers and rooms are read, how loud it is at an hour of a hall."""
