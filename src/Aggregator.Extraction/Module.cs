using System.Runtime.CompilerServices;

// Rooms on the stack are written before they are read: clearing each of them first costs more than what is done in some.
[module: SkipLocalsInit]
