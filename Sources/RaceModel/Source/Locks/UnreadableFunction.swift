/// Why a function cannot be read: it is not known which way it goes.
struct UnreadableFunction: Error {}
