/* Shared by the larger programs: packet headers, cursors over packets, and mixing functions. */
#ifndef OWN_COMMON_H
#define OWN_COMMON_H

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

#define GPL char _license[] SEC("license") = "GPL"
#define INLINE static __attribute__((always_inline)) inline
#define NOINLINE static __attribute__((noinline))
#define MS 1000000ULL
#define TC_OK 0
#define TC_SHOT 2
#define CLOCK_MONOTONIC 1
#define ETH_IP 0x0800
#define ETH_IP6 0x86dd
#define ETH_VLAN 0x8100
#define ETH_QINQ 0x88a8
#define ETH_ARP 0x0806
#define PROTO_ICMP 1
#define PROTO_TCP 6
#define PROTO_UDP 17
#define PROTO_ICMP6 58

typedef __u8 u8;
typedef __u16 u16;
typedef __u32 u32;
typedef __u64 u64;
typedef __s32 s32;
typedef __s64 s64;

struct eth {
	u8 dst[6];
	u8 src[6];
	u16 proto;
} __attribute__((packed));

struct vlan {
	u16 tci;
	u16 proto;
};

struct ip4 {
	u8 ihl : 4, version : 4;
	u8 tos;
	u16 len;
	u16 id;
	u16 frag;
	u8 ttl;
	u8 proto;
	u16 check;
	u32 src;
	u32 dst;
};

struct ip6 {
	u32 flow;
	u16 len;
	u8 next;
	u8 hops;
	u32 src[4];
	u32 dst[4];
};

struct tcp {
	u16 src;
	u16 dst;
	u32 seq;
	u32 ack;
	u8 x2 : 4, off : 4;
	u8 flags;
	u16 window;
	u16 check;
	u16 urgent;
};

struct udp {
	u16 src;
	u16 dst;
	u16 len;
	u16 check;
};

/* what is left of a packet */
struct cursor {
	void *pos;
	void *end;
};

/* the next n bytes, or none */
INLINE void *take(struct cursor *c, u32 n)
{
	void *at = c->pos;

	if (at + n > c->end)
		return 0;
	c->pos = at + n;
	return at;
}

INLINE u32 rol32(u32 x, u32 n)
{
	return (x << n) | (x >> (32 - n));
}

INLINE u64 rol64(u64 x, u32 n)
{
	return (x << n) | (x >> (64 - n));
}

/* Jenkins' final mixing of three words */
#define MIX(a, b, c)					\
	do {						\
		c ^= b; c -= rol32(b, 14);		\
		a ^= c; a -= rol32(c, 11);		\
		b ^= a; b -= rol32(a, 25);		\
		c ^= b; c -= rol32(b, 16);		\
		a ^= c; a -= rol32(c, 4);		\
		b ^= a; b -= rol32(a, 14);		\
		c ^= b; c -= rol32(b, 24);		\
	} while (0)

#endif
