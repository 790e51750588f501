/* clang -O2 -g --target=bpf -c syscall-args.bpf.c -o syscall-args.o; llvm-strip -g syscall-args.o */
struct args {
	unsigned short port, pad;
	unsigned int count;
	unsigned long long when;
};

__attribute__((section("syscall"), used)) int p(struct args *ctx)
{
	return ctx->count;
}

char gpl[] __attribute__((section("license"), used)) = "GPL";
