/** Types of Linux 6.18.44, written by scripts/record-vmlinux-btf.mjs; the format is described in vmlinux.ts. */
export const VMLINUX_TYPES = `
struct bpf_map 296 sha:670:0 excl:671:256 ops:672:320 inner_map_meta:673:384 security:674:448 map_type:675:512 key_size:671:544 value_size:671:576 max_entries:671:608 map_extra:676:640 map_flags:671:704 id:671:736 record:677:768 numa_node:678:832 btf_key_type_id:671:864 btf_value_type_id:671:896 btf_vmlinux_value_type_id:671:928 btf:679:960 objcg:680:1024 name:681:1088 freeze_mutex:118:1216 refcnt:682:1472 usercnt:682:1536 -:128:1600 writecnt:682:1856 owner_lock:683:1920 owner:684:1984 bypass_spec_v1:685:2048 frozen:685:2056 init_private:686:2064 free_after_mult_rcu_gp:685:2072 free_after_rcu_gp:685:2080 sleepable_refcnt:682:2112 elem_count:687:2176 cookie:676:2240 excl_prog_sha:688:2304
struct bpf_array 312 map:1:0 elem_size:671:2368 index_mask:671:2400 aux:689:2432 -:133:2496
struct bpf_htab 832 map:1:0 ma:73:2368 pcpu_ma:73:2880 buckets:690:3392 elems:674:3456 -:138:3584 extra_elems:691:5632 pcount:144:5696 count:692:6016 use_percpu_counter:685:6048 n_buckets:671:6080 elem_size:671:6112 hashrnd:671:6144
struct bpf_stack_map 320 map:1:0 elems:674:2368 freelist:139:2432 n_buckets:671:2496 buckets:693:2560
struct lpm_trie 400 map:1:0 root:694:2368 ma:73:2432 n_entries:695:2944 max_prefixlen:695:3008 data_size:695:3072 lock:696:3136
struct bpf_dtab 344 map:1:0 netdev_map:697:2368 list:127:2432 dev_index_head:698:2560 index_lock:683:2624 items:699:2656 n_buckets:671:2688
struct bpf_stab 376 map:1:0 sks:700:2368 progs:145:2432 lock:683:2944
struct bpf_shtab 384 map:1:0 buckets:701:2368 buckets_num:671:2432 elem_size:671:2464 progs:145:2496 count:692:3008
struct bpf_cpu_map 304 map:1:0 cpu_map:702:2368
struct xsk_map 304 map:1:0 lock:683:2368 count:692:2400 xsk_map:703:2432
struct bpf_cgroup_storage_map 328 map:1:0 lock:683:2368 root:146:2432 list:127:2496
struct reuseport_array 296 map:1:0 ptrs:704:2368
struct bpf_queue_stack 312 map:1:0 lock:696:2368 head:671:2400 tail:671:2432 size:671:2464 elements:705:2496
struct bpf_local_storage_map 448 map:1:0 buckets:706:2368 bucket_log:671:2432 elem_size:707:2464 cache_idx:707:2480 selem_ma:73:2496 storage_ma:73:3008 bpf_ma:685:3520
struct bpf_struct_ops_map 512 map:1:0 st_ops_desc:708:2368 lock:118:2432 links:709:2688 ksyms:710:2752 funcs_cnt:671:2816 image_pages_cnt:671:2848 image_pages:711:2880 btf:679:3392 uvalue:712:3456 kvalue:147:3584
struct bpf_ringbuf_map 304 map:1:0 rb:713:2368
struct bpf_bloom_filter 312 map:1:0 bitset_mask:671:2368 hash_seed:671:2400 nr_hash_funcs:671:2432 bitset:714:2496
struct bpf_arena 400 map:1:0 user_vm_start:676:2368 user_vm_end:676:2432 kern_vm:715:2496 rt:150:2560 vma_list:127:2816 lock:118:2944
struct task_struct 3264 thread_info:152:0 __state:699:192 saved_state:699:224 stack:674:256 usage:716:320 flags:699:352 ptrace:699:384 on_cpu:678:416 wake_entry:153:448 wakee_flips:699:576 wakee_flip_decay_ts:717:640 last_wakee:718:704 recent_used_cpu:678:768 wake_cpu:678:800 on_rq:678:832 prio:678:864 static_prio:678:896 normal_prio:678:928 rt_priority:699:960 se:156:1024 rt:161:3072 dl:162:3648 dl_server:719:5568 sched_class:720:5632 sched_task_group:721:5696 sched_throttle_work:130:5760 throttle_node:127:5888 throttled:685:6016 stats:164:6144 preempt_notifiers:165:6144 btrace_seq:699:6208 policy:699:6240 max_allowed_capacity:717:6272 nr_cpus_allowed:678:6336 cpus_ptr:722:6400 user_cpus_ptr:723:6464 cpus_mask:724:6528 migration_pending:674:6784 migration_disabled:725:6848 migration_flags:725:6864 rcu_read_lock_nesting:678:6880 rcu_read_unlock_special:166:6912 rcu_node_entry:127:6976 rcu_blocked_node:726:7104 rcu_tasks_nvcsw:717:7168 rcu_tasks_holdout:686:7232 rcu_tasks_idx:686:7240 rcu_tasks_idle_cpu:678:7264 rcu_tasks_holdout_list:127:7296 rcu_tasks_exit_cpu:678:7424 rcu_tasks_exit_list:127:7488 trc_reader_nesting:678:7616 trc_ipi_to_cpu:678:7648 trc_reader_special:166:7680 trc_holdout_list:127:7744 trc_blkd_node:127:7872 trc_blkd_cpu:678:8000 sched_info:168:8064 tasks:127:8448 pushable_tasks:169:8576 pushable_dl_tasks:158:8896 mm:727:9088 active_mm:727:9152 faults_disabled_mapping:728:9216 exit_state:678:9280 exit_code:678:9312 exit_signal:678:9344 pdeath_signal:678:9376 jobctl:717:9408 personality:699:9472 sched_reset_on_fork:699:9504:1 sched_contributes_to_load:699:9505:1 sched_migrated:699:9506:1 sched_task_hot:699:9507:1 sched_remote_wakeup:699:9536:1 sched_rt_mutex:699:9537:1 user_dumpable:699:9538:1 in_execve:699:9539:1 init_private_fork_class:699:9540:4 in_iowait:699:9544:1 restore_sigmask:699:9545:1 in_user_fault:699:9546:1 no_cgroup_migration:699:9547:1 frozen:699:9548:1 use_memdelay:699:9549:1 in_memstall:699:9550:1 in_eventfd:699:9551:1 reported_split_lock:699:9552:1 in_thrashing:699:9553:1 in_nf_duplicate:699:9554:1 atomic_flags:717:9600 restart_block:170:9664 pid:729:10112 tgid:729:10144 stack_canary:717:10176 real_parent:718:10240 parent:718:10304 children:127:10368 sibling:127:10496 group_leader:718:10624 ptraced:127:10688 ptrace_entry:127:10816 thread_pid:730:10944 pid_links:731:11008 thread_node:127:11520 vfork_done:732:11648 set_child_tid:733:11712 clear_child_tid:733:11776 worker_private:674:11840 utime:676:11904 stime:676:11968 gtime:676:12032 prev_cputime:177:12096 nvcsw:717:12288 nivcsw:717:12352 start_time:676:12416 start_boottime:676:12480 min_flt:717:12544 maj_flt:717:12608 posix_cputimers:178:12672 posix_cputimers_work:181:13312 ptracer_cred:734:13760 real_cred:734:13824 cred:734:13888 cached_requested_key:735:13952 comm:681:14016 nameidata:736:14144 sysvsem:182:14208 sysvshm:183:14272 last_switch_count:717:14400 last_switch_time:717:14464 fs:737:14528 files:738:14592 io_uring:739:14656 nsproxy:740:14720 signal:741:14784 sighand:742:14848 blocked:743:14912 real_blocked:743:14976 saved_sigmask:743:15040 pending:185:15104 sas_ss_sp:717:15296 sas_ss_size:695:15360 sas_ss_flags:699:15424 task_works:744:15488 audit_context:745:15552 loginuid:746:15616 sessionid:699:15648 seccomp:187:15680 syscall_dispatch:188:15808 parent_exec_id:676:16064 self_exec_id:676:16128 alloc_lock:683:16192 pi_lock:747:16224 wake_q:189:16256 pi_waiters:151:16320 pi_top_task:718:16448 pi_blocked_on:748:16512 blocked_on:749:16576 blocker:717:16640 journal_info:674:16704 bio_list:750:16768 plug:751:16832 reclaim_state:752:16896 io_context:753:16960 capture_control:754:17024 ptrace_message:717:17088 last_siginfo:755:17152 ioac:190:17216 psi_flags:699:17664 acct_rss_mem1:676:17728 acct_vm_mem1:676:17792 acct_timexpd:676:17856 mems_allowed:756:17920 mems_allowed_seq:757:18944 cpuset_mem_spread_rotor:678:18976 cgroups:758:19008 cg_list:127:19072 robust_list:759:19200 compat_robust_list:760:19264 pi_state_list:127:19328 pi_state_cache:761:19456 futex_exit_mutex:118:19520 futex_state:699:19776 perf_recursion:762:19808 perf_event_ctxp:763:19840 perf_event_mutex:118:19904 perf_event_list:127:20160 perf_ctx_data:764:20288 mempolicy:765:20352 il_prev:766:20416 il_weight:686:20432 pref_node_fork:766:20448 numa_scan_seq:678:20480 numa_scan_period:699:20512 numa_scan_period_max:699:20544 numa_preferred_nid:678:20576 numa_migrate_retry:717:20608 node_stamp:676:20672 last_task_numa_placement:676:20736 last_sum_exec_runtime:676:20800 numa_work:130:20864 numa_group:767:20992 numa_faults:768:21056 total_numa_faults:717:21120 numa_faults_locality:769:21184 numa_pages_migrated:717:21376 rseq:770:21440 rseq_len:671:21504 rseq_sig:671:21536 rseq_event_mask:717:21568 mm_cid:678:21632 last_mm_cid:678:21664 migrate_from_cpu:678:21696 mm_cid_active:678:21728 cid_work:130:21760 tlb_ubc:194:21888 splice_pipe:771:22272 task_frag:196:22336 delays:772:22464 nr_dirtied:678:22528 nr_dirtied_pause:678:22560 dirty_paused_when:717:22592 timer_slack_ns:676:22656 default_timer_slack_ns:676:22720 trace_recursion:717:22784 memcg_in_oom:773:22848 memcg_nr_pages_over_high:699:22912 active_memcg:773:22976 objcg:680:23040 throttle_disk:774:23104 utask:775:23168 kmap_ctrl:197:23232 rcu:130:23232 rcu_users:716:23360 pagefault_disabled:678:23392 oom_reaper_list:718:23424 oom_reaper_timer:59:23488 stack_vm_area:715:23808 stack_refcount:716:23872 security:674:23936 bpf_storage:776:24000 bpf_ctx:777:24064 bpf_net_context:778:24128 kstack_offset:671:24192 l1d_flush_kill:130:24256 unwind_info:198:24384 thread:201:24704
struct mm_struct 1472 -:203:0 cpu_bitmap:714:11776
struct css_set 544 subsys:779:0 refcount:716:768 dom_cset:758:832 dfl_cgrp:780:896 nr_tasks:678:960 tasks:127:1024 mg_tasks:127:1152 dying_tasks:127:1280 task_iters:127:1408 e_cset_node:781:1536 threaded_csets:127:3072 threaded_csets_node:127:3200 hlist:176:3328 cgrp_links:127:3456 mg_src_preload_node:127:3584 mg_dst_preload_node:127:3712 mg_node:127:3840 mg_src_cgrp:780:3968 mg_dst_cgrp:780:4032 mg_dst_cset:758:4096 dead:685:4160 callback_head:130:4224
struct cgroup 2240 self:212:0 flags:717:1664 level:678:1728 max_depth:678:1760 nr_descendants:678:1792 nr_dying_descendants:678:1824 max_descendants:678:1856 nr_populated_csets:678:1888 nr_populated_domain_children:678:1920 nr_populated_threaded_children:678:1952 nr_threaded_children:678:1984 kill_seq:699:2016 kn:782:2048 procs_file:215:2112 events_file:215:2560 psi_files:783:3008 subtree_control:707:4352 subtree_ss_mask:707:4368 old_subtree_control:707:4384 old_subtree_ss_mask:707:4400 subsys:779:4416 nr_dying_subsys:784:5184 root:785:5568 cset_links:127:5632 e_csets:781:5760 dom_cgrp:780:7296 old_dom_cgrp:780:7360 rstat_base_cpu:786:7424 _pad_:216:7680 last_bstat:217:7680 bstat:217:7936 prev_cputime:177:8192 pidlists:127:8384 pidlist_mutex:118:8512 offline_waitq:787:8768 release_agent_work:129:8960 psi:788:9216 bpf:220:9280 freezer:221:17472 bpf_cgrp_storage:776:17728 ancestors:789:17792
struct kernfs_node 136 count:692:0 active:692:32 __parent:782:64 name:790:128 rb:158:192 ns:791:384 hash:699:448 flags:725:480 mode:792:496 -:222:512 id:676:768 priv:674:832 iattr:793:896 rcu:130:960
struct cred 184 usage:794:0 uid:746:64 gid:795:96 suid:746:128 sgid:795:160 euid:746:192 egid:795:224 fsuid:746:256 fsgid:795:288 securebits:699:320 cap_inheritable:796:384 cap_permitted:796:448 cap_effective:796:512 cap_bset:796:576 cap_ambient:796:640 jit_keyring:797:704 session_keyring:735:768 process_keyring:735:832 thread_keyring:735:896 request_key_auth:735:960 security:674:1024 user:798:1088 user_ns:799:1152 ucounts:800:1216 group_info:801:1280 -:228:1344
struct pid 144 count:716:0 level:699:32 lock:683:64 -:229:128 tasks:802:512 inodes:165:768 wait_pidfd:787:832 rcu:130:1024 numbers:803:1152
struct nsproxy 72 count:716:0 uts_ns:804:64 ipc_ns:805:128 mnt_ns:806:192 pid_ns_for_children:807:256 net_ns:808:320 time_ns:809:384 time_ns_for_children:809:448 cgroup_ns:810:512
struct file 184 f_lock:683:0 f_mode:811:32 f_op:812:64 f_mapping:728:128 private_data:674:192 f_inode:813:256 f_flags:699:320 f_iocb_flags:699:352 f_cred:734:384 f_owner:814:448 -:231:512 -:232:640 f_pos:815:896 f_security:674:960 f_wb_err:816:1024 f_sb_err:816:1056 f_ep:698:1088 -:233:1152 f_ref:817:1408
struct inode 616 i_mode:792:0 i_opflags:725:16 i_uid:746:32 i_gid:795:64 i_flags:699:96 i_acl:818:128 i_default_acl:818:192 i_op:819:256 i_sb:820:320 i_mapping:728:384 i_security:674:448 i_ino:717:512 -:237:576 i_rdev:821:608 i_size:815:640 i_atime_sec:822:704 i_mtime_sec:822:768 i_ctime_sec:822:832 i_atime_nsec:671:896 i_mtime_nsec:671:928 i_ctime_nsec:671:960 i_generation:671:992 i_lock:683:1024 i_bytes:725:1056 i_blkbits:686:1072 i_write_hint:823:1080 i_blocks:824:1088 i_state:825:1152 i_rwsem:207:1216 dirtied_when:717:1536 dirtied_time_when:717:1600 i_hash:176:1664 i_io_list:127:1792 i_wb:826:1920 i_wb_frn_winner:678:1984 i_wb_frn_avg_time:707:2016 i_wb_frn_history:707:2032 i_lru:127:2048 i_kept:154:2176 i_sb_list:127:2240 i_wb_list:127:2368 -:238:2496 i_version:682:2624 i_sequence:682:2688 i_count:692:2752 i_dio_count:692:2784 i_writecount:692:2816 i_readcount:692:2848 -:239:2880 i_flctx:827:2944 i_data:240:3008 -:242:4544 -:243:4672 i_fsnotify_mask:828:4736 i_fsnotify_marks:829:4800 i_private:674:4864
struct dentry 192 d_flags:699:0 d_seq:757:32 d_hash:244:64 d_parent:830:192 -:245:256 d_inode:813:384 d_shortname:249:448 d_op:831:768 d_sb:820:832 d_time:717:896 d_fsdata:674:960 d_lockref:250:1024 -:253:1088 d_sib:176:1216 d_children:165:1344 d_u:254:1408
struct path 16 mnt:832:0 dentry:830:64
struct sk_buff 224 -:255:0 sk:833:192 -:258:256 cb:834:320 -:259:704 _nfct:717:832 len:699:896 data_len:699:928 mac_len:835:960 hdr_len:835:976 queue_mapping:835:992 __cloned_offset:836:1008 cloned:837:1008:1 nohdr:837:1009:1 fclone:837:1010:2 peeked:837:1012:1 head_frag:837:1013:1 pfmemalloc:837:1014:1 pp_recycle:837:1015:1 active_extensions:837:1016 -:261:1024 tail:838:1472 end:838:1504 head:839:1536 data:839:1600 truesize:699:1664 users:716:1696 extensions:840:1728
struct sock_common 136 -:270:0 -:272:64 -:273:96 skc_family:725:128 skc_state:841:144 skc_reuse:797:152:4 skc_reuseport:797:156:1 skc_ipv6only:797:157:1 skc_net_refcnt:797:158:1 skc_bound_dev_if:678:160 -:275:192 skc_prot:842:320 skc_net:843:384 skc_v6_daddr:277:448 skc_v6_rcv_saddr:277:576 skc_cookie:682:704 -:279:768 skc_dontcopy_begin:844:832 -:280:832 skc_tx_queue_mapping:725:960 skc_rx_queue_mapping:725:976 -:282:992 skc_refcnt:716:1024 skc_dontcopy_end:844:1056 -:283:1056
struct sock 784 __sk_common:32:0 __cacheline_group_begin__sock_write_rx:836:1088 sk_drops:692:1088 sk_peek_off:845:1120 sk_error_queue:284:1152 sk_receive_queue:284:1344 sk_backlog:288:1536 __cacheline_group_end__sock_write_rx:836:1728 __cacheline_group_begin__sock_read_rx:836:1728 sk_rx_dst:846:1728 sk_rx_dst_ifindex:678:1792 sk_rx_dst_cookie:671:1824 sk_ll_usec:699:1856 sk_napi_id:699:1888 sk_busy_poll_budget:707:1920 sk_prefer_busy_poll:686:1936 sk_userlocks:686:1944 sk_rcvbuf:678:1952 sk_filter:847:1984 -:289:2048 sk_data_ready:848:2112 sk_rcvtimeo:849:2176 sk_rcvlowat:678:2240 __cacheline_group_end__sock_read_rx:836:2272 __cacheline_group_begin__sock_read_rxtx:836:2272 sk_err:678:2272 sk_socket:850:2304 sk_memcg:773:2368 sk_policy:851:2432 __cacheline_group_end__sock_read_rxtx:836:2560 __cacheline_group_begin__sock_write_rxtx:836:2560 sk_lock:852:2560 sk_reserved_mem:671:2816 sk_forward_alloc:678:2848 sk_tsflags:671:2880 __cacheline_group_end__sock_write_rxtx:836:2912 __cacheline_group_begin__sock_write_tx:836:2912 sk_write_pending:678:2912 sk_omem_alloc:692:2944 sk_err_soft:678:2976 sk_wmem_queued:678:3008 sk_wmem_alloc:716:3040 sk_tsq_flags:717:3072 -:291:3136 sk_write_queue:284:3200 sk_dst_pending_confirm:671:3392 sk_pacing_status:671:3424 sk_frag:196:3456 sk_timer:59:3584 sk_pacing_rate:717:3904 sk_zckey:692:3968 sk_tskey:692:4000 __cacheline_group_end__sock_write_tx:836:4032 __cacheline_group_begin__sock_read_tx:836:4032 sk_max_pacing_rate:717:4032 sk_sndtimeo:849:4096 sk_priority:671:4160 sk_mark:671:4192 sk_uid:746:4224 sk_protocol:707:4256 sk_type:707:4272 sk_dst_cache:846:4288 sk_route_caps:853:4352 sk_gso_type:707:4416 sk_gso_max_segs:707:4432 sk_gso_max_size:699:4448 sk_allocation:854:4480 sk_txhash:671:4512 sk_sndbuf:678:4544 sk_pacing_shift:686:4576 sk_use_task_frag:685:4584 __cacheline_group_end__sock_read_tx:836:4592 sk_gso_disabled:686:4592:1 sk_kern_sock:686:4593:1 sk_no_check_tx:686:4594:1 sk_no_check_rx:686:4595:1 sk_shutdown:686:4600 sk_lingertime:717:4608 sk_prot_creator:842:4672 sk_callback_lock:855:4736 sk_ack_backlog:671:4800 sk_max_ack_backlog:671:4832 sk_ino:717:4864 sk_peer_lock:683:4928 sk_bind_phc:678:4960 sk_peer_pid:730:4992 sk_peer_cred:734:5056 sk_stamp:856:5120 sk_disconnects:678:5184 -:296:5216 sk_clockid:686:5224 sk_txtime_deadline_mode:686:5232:1 sk_txtime_report_errors:686:5233:1 sk_txtime_unused:686:5234:6 sk_bpf_cb_flags:686:5240 sk_user_data:674:5248 sk_security:674:5312 sk_cgrp_data:298:5376 sk_state_change:848:5504 sk_write_space:848:5568 sk_error_report:848:5632 sk_backlog_rcv:857:5696 sk_destruct:848:5760 sk_reuseport_cb:858:5824 sk_bpf_storage:776:5888 sk_drop_counters:859:5952 sk_rcu:130:6016 ns_tracker:860:6144 sk_user_frags:241:6144
struct inet_sock 1016 sk:33:0 pinet6:861:6272 ipv6_fl_list:862:6336 inet_flags:717:6400 inet_saddr:863:6464 uc_ttl:864:6496 inet_sport:865:6512 inet_opt:866:6528 inet_id:692:6592 tos:837:6624 min_ttl:837:6632 mc_ttl:837:6640 pmtudisc:837:6648 rcv_tos:837:6656 convert_csum:837:6664 uc_index:678:6688 mc_index:678:6720 mc_addr:863:6752 local_port_range:671:6784 mc_list:867:6848 cork:299:6912
struct socket 128 state:868:0 type:766:32 flags:717:64 file:869:128 sk:833:192 ops:870:256 wq:311:512
struct xdp_buff 56 data:674:0 data_end:674:64 data_meta:674:128 data_hard_start:674:192 rxq:871:256 txq:872:320 -:312:384
struct pt_regs 168 r15:717:0 r14:717:64 r13:717:128 r12:717:192 bp:717:256 bx:717:320 r11:717:384 r10:717:448 r9:717:512 r8:717:576 ax:717:640 cx:717:704 dx:717:768 si:717:832 di:717:896 orig_ax:717:960 ip:717:1024 -:314:1088 flags:717:1152 sp:717:1216 -:316:1280
struct nf_hook_state 48 hook:686:0 pf:686:8 in:873:64 out:873:128 sk:833:192 net:808:256 okfn:874:320
struct seq_file 120 buf:688:0 size:695:64 from:695:128 count:695:192 pad_until:695:256 index:815:320 read_pos:815:384 lock:118:448 op:875:704 poll_event:678:768 file:876:832 private:674:896
struct linux_binprm 408 vma:877:0 vma_pages:717:64 argmin:717:128 mm:727:192 p:717:256 have_execfd:699:320:1 execfd_creds:699:321:1 secureexec:699:322:1 point_of_no_return:699:323:1 comm_from_dentry:699:324:1 is_check:699:325:1 executable:869:384 interpreter:869:448 file:869:512 cred:878:576 unsafe:678:640 per_clear:699:672 argc:678:704 envc:678:736 filename:790:768 interp:790:832 fdpath:790:896 interp_flags:699:960 execfd:678:992 exec:717:1024 rlim_stack:318:1088 buf:879:1216
struct bpf_iter_meta 24 -:319:0 session_id:676:64 seq_num:676:128
struct bpf_iter__task 16 -:320:0 -:321:64
struct bpf_iter__bpf_map 16 -:320:0 -:322:64
struct bpf_iter__bpf_map_elem 32 -:320:0 -:322:64 -:323:128 -:324:192
struct bpf_dynptr 16 __opaque:880:0
struct bpf_timer 16 __opaque:880:0
struct bpf_wq 16 __opaque:880:0
struct bpf_task_work 8 __opaque:881:0
struct bpf_spin_lock 4 val:828:0
struct bpf_res_spin_lock 4 val:671:0
struct bpf_list_head 16 __opaque:880:0
struct bpf_list_node 24 __opaque:882:0
struct bpf_rb_root 16 __opaque:880:0
struct bpf_rb_node 32 __opaque:883:0
struct bpf_refcount 4 __opaque:884:0
struct bpf_cpumask 40 cpumask:724:0 usage:716:256
struct vm_area_struct 192 -:325:0 vm_mm:727:128 vm_page_prot:885:192 -:328:256 vm_lock_seq:699:320 anon_vma_chain:127:384 anon_vma:886:512 vm_ops:887:576 vm_pgoff:717:640 vm_file:869:704 vm_private_data:674:768 swap_readahead_info:794:832 vm_policy:765:896 numab_state:888:960 vm_refcnt:716:1024 shared:329:1088 vm_userfaultfd_ctx:330:1344 pfnmap_track_ctx:889:1408
struct hrtimer 64 node:163:0 _softexpires:856:256 function:890:320 base:891:384 state:686:448 is_rel:686:456 is_soft:686:464 is_hard:686:472
struct timer_list 40 entry:176:0 expires:717:128 function:892:192 flags:671:256
struct bpf_map_owner 40 type:893:0 jited:685:32 xdp_has_frags:685:40 storage_cookie:894:64 attach_func_proto:895:192 expected_attach_type:896:256
struct bpf_map_ops 352 map_alloc_check:897:0 map_alloc:898:64 map_release:899:128 map_free:900:192 map_get_next_key:901:256 map_release_uref:900:320 map_lookup_elem_sys_only:902:384 map_lookup_batch:903:448 map_lookup_and_delete_elem:904:512 map_lookup_and_delete_batch:903:576 map_update_batch:905:640 map_delete_batch:903:704 map_lookup_elem:902:768 map_update_elem:906:832 map_delete_elem:907:896 map_push_elem:908:960 map_pop_elem:907:1024 map_peek_elem:907:1088 map_lookup_percpu_elem:909:1152 map_get_hash:910:1216 map_fd_get_ptr:911:1280 map_fd_put_ptr:912:1344 map_gen_lookup:913:1408 map_fd_sys_lookup_elem:914:1472 map_seq_show_elem:915:1536 map_check_btf:916:1600 map_poke_track:917:1664 map_poke_untrack:918:1728 map_poke_run:919:1792 map_direct_value_addr:920:1856 map_direct_value_meta:921:1920 map_mmap:922:1984 map_poll:923:2048 map_get_unmapped_area:924:2112 map_local_storage_charge:925:2176 map_local_storage_uncharge:926:2240 map_owner_storage_ptr:927:2304 map_redirect:928:2368 map_meta_equal:929:2432 map_set_for_each_callback_args:930:2496 map_for_each_callback:931:2560 map_mem_usage:932:2624 map_btf_id:733:2688 iter_seq_info:933:2752
struct btf 240 data:674:0 init_private:686:64 types:934:128 resolved_ids:935:192 resolved_sizes:935:256 strings:790:320 nohdr_data:674:384 hdr:331:448 nr_types:671:640 types_size:671:672 data_size:671:704 refcnt:716:736 id:671:768 rcu:130:832 kfunc_set_tab:936:960 dtor_kfunc_tab:937:1024 struct_meta_tab:938:1088 struct_ops_tab:939:1152 base_btf:679:1216 start_id:671:1280 start_str_off:671:1312 name:940:1344 kernel_btf:685:1792 base_id_map:941:1856
struct net_device 2496 __cacheline_group_begin__net_device_read_tx:836:0 -:332:0 netdev_ops:942:64 header_ops:943:128 _tx:944:192 gso_partial_features:853:256 real_num_tx_queues:699:320 gso_max_size:699:352 gso_ipv4_max_size:699:384 gso_max_segs:707:416 num_tc:945:432 mtu:699:448 needed_headroom:725:480 tc_to_txq:946:496 xps_maps:947:1024 nf_hooks_egress:948:1152 tcx_egress:949:1216 __cacheline_group_end__net_device_read_tx:836:1280 __cacheline_group_begin__net_device_read_txrx:836:1280 -:335:1280 state:717:1344 flags:699:1408 hard_header_len:725:1440 features:853:1472 ip6_ptr:950:1536 __cacheline_group_end__net_device_read_txrx:836:1600 __cacheline_group_begin__net_device_read_rx:836:1600 xdp_prog:951:1600 ptype_specific:127:1664 ifindex:678:1792 real_num_rx_queues:699:1824 _rx:952:1856 gro_max_size:699:1920 gro_ipv4_max_size:699:1952 rx_handler:953:1984 rx_handler_data:674:2048 nd_net:843:2112 tcx_ingress:949:2176 __cacheline_group_end__net_device_read_rx:836:2240 name:681:2240 name_node:954:2368 ifalias:955:2432 mem_end:717:2496 mem_start:717:2560 base_addr:717:2624 dev_list:127:2688 napi_list:127:2816 unreg_list:127:2944 close_list:127:3072 ptype_all:127:3200 adj_list:336:3328 xdp_features:956:3584 xdp_metadata_ops:957:3648 xsk_tx_metadata_ops:958:3712 gflags:725:3776 needed_tailroom:725:3792 hw_features:853:3840 wanted_features:853:3904 vlan_features:853:3968 hw_enc_features:853:4032 mpls_features:853:4096 mangleid_features:853:4160 min_mtu:699:4224 max_mtu:699:4256 type:725:4288 min_header_len:797:4304 name_assign_type:797:4312 group:678:4320 stats:337:4352 core_stats:959:5824 carrier_up_count:692:5888 carrier_down_count:692:5920 ethtool_ops:960:5952 l3mdev_ops:961:6016 ndisc_ops:962:6080 operstate:699:6144 link_mode:797:6176 if_port:797:6184 dma:797:6192 perm_addr:963:6200 addr_assign_type:797:6456 addr_len:797:6464 upper_level:797:6472 lower_level:797:6480 threaded:686:6488 neigh_priv_len:725:6496 dev_id:725:6512 dev_port:725:6528 irq:678:6560 priv_len:671:6592 addr_list_lock:683:6624 uc:361:6656 mc:361:6912 dev_addrs:361:7168 queues_kset:964:7424 promiscuity:699:7488 allmulti:699:7520 uc_promisc:685:7552 ip_ptr:965:7616 fib_nh_head:165:7680 dev_addr:966:7744 num_rx_queues:699:7808 xdp_zc_max_segs:699:7840 ingress_queue:944:7872 nf_hooks_ingress:948:7936 broadcast:963:8000 rx_cpu_rmap:967:8256 index_hlist:176:8320 num_tx_queues:699:8448 qdisc:968:8512 tx_queue_len:699:8576 tx_global_lock:683:8608 xdp_bulkq:969:8640 qdisc_hash:970:8704 watchdog_timer:59:9728 watchdog_timeo:678:10048 watchdog_lock:683:10080 watchdog_ref_held:685:10112 proto_down_reason:671:10144 todo_list:127:10176 pcpu_refcnt:733:10304 refcnt_tracker:362:10368 link_watch_list:127:10368 reg_state:686:10496 dismantle:685:10504 moving_ns:685:10512 rtnl_link_initializing:685:10520 needs_free_netdev:685:10528 priv_destructor:971:10560 ml_priv:674:10624 ml_priv_type:972:10688 pcpu_stat_type:973:10720:8 dev:363:10752 sysfs_groups:974:16320 sysfs_rx_queue_group:975:16640 rtnl_link_ops:976:16704 stat_ops:977:16768 queue_mgmt_ops:978:16832 tso_max_size:699:16896 tso_max_segs:707:16928 dcbnl_ops:979:16960 prio_tc_map:980:17024 priomap:981:17152 link_topo:982:17216 phydev:983:17280 sfp_bus:984:17344 qdisc_tx_busylock:985:17408 proto_down:685:17472 irq_affinity_auto:685:17480 rx_cpu_rmap_auto:685:17488 see_all_hwtstamp_requests:717:17496:1 change_proto_down:717:17497:1 netns_immutable:717:17498:1 fcoe_mtu:717:17499:1 net_notifier_list:127:17536 udp_tunnel_nic_info:986:17664 udp_tunnel_nic:987:17728 cfg:988:17792 cfg_pending:988:17856 ethtool:989:17920 xdp_state:990:17984 dev_addr_shadow:670:18368 linkwatch_dev_tracker:991:18624 watchdog_dev_tracker:991:18624 dev_registered_tracker:991:18624 offload_xstats_l3:992:18624 devlink_port:993:18688 page_pools:165:18752 irq_moder:994:18816 max_pacing_offload_horizon:676:18880 napi_config:995:18944 num_napi_configs:671:19008 napi_defer_hard_irqs:671:19040 gro_flush_timeout:717:19072 up:685:19136 request_ops_lock:685:19144 lock:118:19200 neighbours:996:19456 hwprov:997:19584 priv:998:19968
struct header_ops 48 create:999:0 parse:1000:64 cache:1001:128 cache_update:1002:192 validate:1003:256 parse_protocol:1004:320
struct robust_list_head 24 list:373:0 futex_offset:849:64 list_op_pending:1005:128
struct bpf_prog 96 pages:707:0 jited:707:16:1 jit_requested:707:17:1 gpl_compatible:707:18:1 cb_access:707:19:1 dst_needed:707:20:1 blinding_requested:707:21:1 blinded:707:22:1 is_func:707:23:1 kprobe_override:707:24:1 has_callchain_buf:707:25:1 enforce_expected_attach_type:707:26:1 call_get_stack:707:27:1 call_get_func_ip:707:28:1 tstamp_type_access:707:29:1 sleepable:707:30:1 type:893:32 expected_attach_type:896:64 len:671:96 jited_len:671:128 -:374:160 stats:1006:448 active:733:512 bpf_func:1007:576 aux:1008:640 orig_prog:1009:704 -:375:768
struct bpf_prog_aux 1304 refcnt:682:0 used_map_cnt:671:64 used_btf_cnt:671:96 max_ctx_offset:671:128 max_pkt_offset:671:160 max_tp_access:671:192 stack_depth:671:224 id:671:256 func_cnt:671:288 real_func_cnt:671:320 func_idx:671:352 attach_btf_id:671:384 attach_st_ops_member_off:671:416 ctx_arg_info_size:671:448 max_rdonly_access:671:480 max_rdwr_access:671:512 attach_btf:679:576 ctx_arg_info:1010:640 priv_stack_ptr:674:704 dst_mutex:118:768 dst_prog:951:1024 dst_trampoline:1011:1088 saved_dst_prog_type:893:1152 saved_dst_attach_type:896:1184 verifier_zext:685:1216 dev_bound:685:1224 offload_requested:685:1232 attach_btf_trace:685:1240 attach_tracing_prog:685:1248 func_proto_unreliable:685:1256 tail_call_reachable:685:1264 xdp_has_frags:685:1272 exception_cb:685:1280 exception_boundary:685:1288 is_extended:685:1296 jits_use_priv_stack:685:1304 priv_stack_requested:685:1312 changes_pkt_data:685:1320 might_sleep:685:1328 kprobe_write_ctx:685:1336 prog_array_member_cnt:676:1344 ext_mutex:118:1408 arena:1012:1664 recursion_detected:1013:1728 attach_func_proto:895:1792 attach_func_name:790:1856 func:1014:1920 main_prog_aux:1008:1984 jit_data:674:2048 poke_tab:1015:2112 kfunc_tab:1016:2176 kfunc_btf_tab:1017:2240 size_poke_tab:671:2304 ksym:380:2368 ops:1018:7168 st_ops:1019:7232 used_maps:1020:7296 used_maps_mutex:118:7360 used_btfs:1021:7616 prog:951:7680 user:798:7744 init_private:686:7808 init_owned:685:7816 load_time:676:7872 verified_insns:671:7936 cgroup_atype:678:7968 cgroup_storage:1022:8000 name:681:8128 bpf_exception_cb:1023:8256 security:674:8320 token:1024:8384 offload:1025:8448 btf:679:8512 func_info:1026:8576 func_info_aux:1027:8640 linfo:1028:8704 jited_linfo:1029:8768 func_info_cnt:671:8832 nr_linfo:671:8864 linfo_idx:671:8896 mod:1030:8960 num_exentries:671:9024 extable:1031:9088 -:128:9152 stream:1032:9408
struct obj_cgroup 48 refcnt:213:0 memcg:773:128 nr_charged_bytes:692:192 -:384:256
struct signal_struct 1144 sigcnt:716:0 live:692:32 nr_threads:678:64 quick_threads:678:96 thread_head:127:128 wait_chldexit:787:256 curr_target:718:448 shared_pending:185:512 multiprocess:165:704 group_exit_code:678:768 notify_count:678:800 group_exec_task:718:832 group_stop_count:678:896 flags:699:928 core_state:1033:960 is_child_subreaper:699:1024:1 has_child_subreaper:699:1025:1 timer_create_restore_ids:699:1026:1 next_posix_timer_id:692:1056 posix_timers:165:1088 ignored_posix_timers:165:1152 real_timer:58:1216 it_real_incr:856:1728 it:1034:1792 cputimer:386:2048 posix_cputimers:178:2240 pids:1035:2880 tty_old_pgrp:730:3136 leader:678:3200 tty:1036:3264 autogroup:1037:3328 stats_lock:1038:3392 utime:676:3456 stime:676:3520 cutime:676:3584 cstime:676:3648 gtime:676:3712 cgtime:676:3776 prev_cputime:177:3840 nvcsw:717:4032 nivcsw:717:4096 cnvcsw:717:4160 cnivcsw:717:4224 min_flt:717:4288 maj_flt:717:4352 cmin_flt:717:4416 cmaj_flt:717:4480 inblock:717:4544 oublock:717:4608 cinblock:717:4672 coublock:717:4736 maxrss:717:4800 cmaxrss:717:4864 ioac:190:4928 sum_sched_runtime:1039:5376 rlim:1040:5440 pacct:389:7488 stats:1041:7936 audit_tty:699:8000 tty_audit_buf:1042:8064 cgroup_threadgroup_rwsem:207:8128 oom_flag_origin:685:8448 oom_score_adj:766:8464 oom_score_adj_min:766:8480 oom_mm:727:8512 cred_guard_mutex:118:8576 exec_update_lock:207:8832
struct sighand_struct 2080 siglock:683:0 count:716:32 signalfd_wqh:787:64 action:1043:256
struct btf_record 32 cnt:671:0 field_mask:671:32 spin_lock_off:678:64 res_spin_lock_off:678:96 timer_off:678:128 wq_off:678:160 refcount_off:678:192 task_work_off:678:224 fields:1044:256
struct btf_field 48 offset:671:0 size:671:32 type:1045:64 -:392:128
struct bpf_mem_alloc 64 caches:1046:0 cache:1047:64 objcg:680:128 percpu:685:192 work:129:256
struct __sk_buff 192 len:828:0 pkt_type:828:32 mark:828:64 queue_mapping:828:96 protocol:828:128 vlan_present:828:160 vlan_tci:828:192 vlan_proto:828:224 priority:828:256 ingress_ifindex:828:288 ifindex:828:320 tc_index:828:352 cb:1048:384 hash:828:544 tc_classid:828:576 data:828:608 data_end:828:640 napi_id:828:672 family:828:704 remote_ip4:828:736 local_ip4:828:768 remote_ip6:1049:800 local_ip6:1049:928 remote_port:828:1056 local_port:828:1088 data_meta:828:1120 -:395:1152 tstamp:881:1216 wire_len:828:1280 gso_segs:828:1312 -:396:1344 gso_size:828:1408 tstamp_type:837:1440 hwtstamp:881:1472
struct nf_conn 248 ct_general:397:0 lock:683:32 timeout:671:64 zone:398:96 tuplehash:1050:128 status:717:1024 ct_net:843:1088 nat_bysource:176:1152 __nfct_init_offset:135:1280 master:1051:1280 mark:1052:1344 secmark:1052:1376 ext:1053:1408 proto:411:1472
struct nf_conn___init 248 ct:75:0
struct xfrm_state 816 xs_net:843:0 -:417:64 -:418:192 byspi:176:320 byseq:176:448 state_cache:176:576 state_cache_input:176:704 refcnt:716:832 lock:683:864 pcpu_num:671:896 id:419:928 sel:421:1120 mark:422:1568 if_id:671:1632 tfcpad:671:1664 genid:671:1696 km:423:1728 props:424:1984 lft:425:2432 aalg:1054:2944 ealg:1055:3008 calg:1055:3072 aead:1056:3136 geniv:790:3200 new_mapping_sport:865:3264 new_mapping:671:3296 mapping_maxage:671:3328 encap:1057:3392 nat_keepalive_interval:671:3456 nat_keepalive_expiration:822:3520 coaddr:1058:3584 tunnel:1059:3648 tunnel_users:692:3712 replay:426:3744 replay_esn:1060:3840 preplay:426:3904 preplay_esn:1060:4032 repl_mode:1061:4096 xflags:671:4128 replay_maxage:671:4160 replay_maxdiff:671:4192 rtimer:59:4224 stats:427:4544 curlft:428:4672 mtimer:58:4928 xso:429:5440 saved_tmo:849:5696 lastused:822:5760 xfrag:196:5824 type:1062:5952 inner_mode:430:6016 inner_mode_iaf:430:6040 outer_mode:430:6064 type_offload:1063:6144 security:1064:6208 data:674:6272 dir:686:6336 mode_cbs:1065:6400 mode_data:674:6464
struct bpf_crypto_params 408 type:1066:0 reserved:1067:112 algo:1068:128 key:1069:1152 key_len:671:3200 authsize:671:3232
struct tcp_sock 2304 inet_conn:431:0 __cacheline_group_begin__tcp_sock_read_tx:836:11200 max_window:671:11200 rcv_ssthresh:671:11232 reordering:671:11264 notsent_lowat:671:11296 gso_segs:707:11328 retransmit_skb_hint:1070:11392 __cacheline_group_end__tcp_sock_read_tx:836:11456 __cacheline_group_begin__tcp_sock_read_txrx:836:11456 tsoffset:671:11456 snd_wnd:671:11488 mss_cache:671:11520 snd_cwnd:671:11552 prr_out:671:11584 lost_out:671:11616 sacked_out:671:11648 tcp_header_len:707:11680 scaling_ratio:686:11696 repair:686:11704:1 tcp_usec_ts:686:11705:1 is_sack_reneg:686:11706:1 is_cwnd_limited:686:11707:1 recvmsg_inq:686:11708:1 __cacheline_group_end__tcp_sock_read_txrx:836:11712 __cacheline_group_begin__tcp_sock_read_rx:836:11712 copied_seq:671:11712 snd_wl1:671:11744 tlp_high_seq:671:11776 rttvar_us:671:11808 retrans_out:671:11840 advmss:707:11872 urg_data:707:11888 lost:671:11904 snd_ssthresh:671:11936 rtt_min:436:11968 out_of_order_queue:146:12160 __cacheline_group_end__tcp_sock_read_rx:836:12224 __cacheline_group_begin__tcp_sock_write_tx:836:12288 segs_out:671:12288 data_segs_out:671:12320 bytes_sent:676:12352 snd_sml:671:12416 chrono_type:686:12448 chrono_start:671:12480 chrono_stat:1071:12512 write_seq:671:12608 pushed_seq:671:12640 lsndtime:671:12672 mdev_us:671:12704 rtt_seq:671:12736 tcp_wstamp_ns:676:12800 accecn_opt_tstamp:676:12864 tsorted_sent_queue:127:12928 highest_sack:1070:13056 ecn_flags:686:13120 __cacheline_group_end__tcp_sock_write_tx:836:13128 __cacheline_group_begin__tcp_sock_write_txrx:836:13128 nonagle:686:13128:4 rate_app_limited:686:13132:1 received_ce_pending:686:13136:4 unused2:686:13140:4 accecn_minlen:686:13144:2 est_ecnfield:686:13146:2 accecn_opt_demand:686:13148:2 prev_ecnfield:686:13150:2 pred_flags:863:13152 tcp_clock_cache:676:13184 tcp_mstamp:676:13248 rcv_nxt:671:13312 snd_nxt:671:13344 snd_una:671:13376 window_clamp:671:13408 srtt_us:671:13440 packets_out:671:13472 snd_up:671:13504 delivered:671:13536 delivered_ce:671:13568 received_ce:671:13600 received_ecn_bytes:1071:13632 app_limited:671:13728 rcv_wnd:671:13760 rcv_tstamp:671:13792 rx_opt:438:13824 __cacheline_group_end__tcp_sock_write_txrx:836:14016 __cacheline_group_begin__tcp_sock_write_rx:836:14016 bytes_received:676:14016 segs_in:671:14080 data_segs_in:671:14112 rcv_wup:671:14144 max_packets_out:671:14176 cwnd_usage_seq:671:14208 rate_delivered:671:14240 rate_interval_us:671:14272 rcv_rtt_last_tsecr:671:14304 delivered_ecn_bytes:1071:14336 first_tx_mstamp:676:14464 delivered_mstamp:676:14528 bytes_acked:676:14592 rcv_rtt_est:439:14656 rcvq_space:440:14784 __cacheline_group_end__tcp_sock_write_rx:836:14912 dsack_dups:671:14912 compressed_ack_rcv_nxt:671:14944 tsq_node:127:14976 rack:441:15104 compressed_ack:686:15296 dup_ack_counter:686:15304:2 tlp_retrans:686:15306:1 syn_ect_snt:686:15307:2 syn_ect_rcv:686:15309:2 thin_lto:686:15311:1 fastopen_connect:686:15312:1 fastopen_no_cookie:686:15313:1 fastopen_client_fail:686:15314:2 frto:686:15316:1 repair_queue:686:15320 save_syn:686:15328:2 syn_data:686:15330:1 syn_fastopen:686:15331:1 syn_fastopen_exp:686:15332:1 syn_fastopen_ch:686:15333:1 syn_data_acked:686:15334:1 syn_fastopen_child:686:15335:1 keepalive_probes:686:15336 accecn_fail_mode:686:15344:4 saw_accecn_opt:686:15348:2 tcp_tx_delay:671:15360 mdev_max_us:671:15392 reord_seen:671:15424 snd_cwnd_cnt:671:15456 snd_cwnd_clamp:671:15488 snd_cwnd_used:671:15520 snd_cwnd_stamp:671:15552 prior_cwnd:671:15584 prr_delivered:671:15616 last_oow_ack_time:671:15648 pacing_timer:58:15680 compressed_ack_timer:58:16192 ooo_last_skb:1070:16704 duplicate_sack:1072:16768 selective_acks:1073:16832 recv_sack_cache:1073:17088 prior_ssthresh:671:17344 high_seq:671:17376 retrans_stamp:671:17408 undo_marker:671:17440 undo_retrans:678:17472 mtu_info:671:17504 bytes_retrans:676:17536 total_retrans:671:17600 rto_stamp:671:17632 total_rto:707:17664 total_rto_recoveries:707:17680 total_rto_time:671:17696 urg_seq:671:17728 keepalive_time:699:17760 keepalive_intvl:699:17792 linger2:678:17824 bpf_sock_ops_cb_flags:686:17856 bpf_chg_cc_inprogress:686:17864:1 timeout_rehash:707:17872 rcv_ooopack:671:17888 mtu_probe:443:17920 plb_rehash:671:17984 is_mptcp:685:18016 af_specific:1074:18048 md5sig_info:1075:18112 fastopen_req:1076:18176 fastopen_rsk:1077:18240 saved_syn:1078:18304
struct tcp6_sock 2432 tcp:79:0 inet6:444:18432
struct tcp_timewait_sock 248 tw_sk:449:0 tw_rcv_wnd:671:1728 tw_ts_offset:671:1760 tw_ts_recent:671:1792 tw_last_oow_ack_time:671:1824 tw_ts_recent_stamp:678:1856 tw_tx_delay:671:1888 tw_md5_key:1079:1920
struct tcp_request_sock 312 req:450:0 af_specific:1080:2048 snt_synack:676:2112 tfo_listener:685:2176 is_mptcp:685:2184 req_usec_ts:685:2192 drop_req:685:2200 txhash:671:2208 rcv_isn:671:2240 snt_isn:671:2272 ts_off:671:2304 snt_tsval_first:671:2336 snt_tsval_last:671:2368 last_oow_ack_time:671:2400 rcv_nxt:671:2432 syn_tos:686:2464 accecn_ok:685:2472 syn_ect_snt:686:2480:2 syn_ect_rcv:686:2482:2 accecn_fail_mode:686:2484:4 saw_accecn_opt:686:2488:2
struct udp6_sock 1472 udp:454:0 inet6:444:10752
struct unix_sock 1152 sk:33:0 addr:1081:6272 path:30:6336 iolock:118:6464 bindlock:118:6720 peer:833:6976 listener:833:7040 vertex:1082:7104 lock:683:7168 peer_wq:311:7680 peer_wake:1083:8192 scm_stat:457:8512 inq_len:678:8640 recvmsg_inq:685:8672 oob_skb:1070:8704
struct mptcp_sock 1936 sk:431:0 local_key:676:11200 remote_key:676:11264 write_seq:676:11328 bytes_sent:676:11392 snd_nxt:676:11456 bytes_received:676:11520 ack_seq:676:11584 rcv_wnd_sent:682:11648 rcv_data_fin_seq:676:11712 bytes_retrans:676:11776 bytes_consumed:676:11840 snd_burst:678:11904 old_wspace:678:11936 recovery_snd_nxt:676:11968 bytes_acked:676:12032 snd_una:676:12096 wnd_end:676:12160 last_data_sent:671:12224 last_data_recv:671:12256 last_ack_recv:671:12288 timer_ival:717:12352 token:671:12416 flags:717:12480 cb_flags:717:12544 recovery:685:12608 can_ack:685:12616 fully_established:685:12624 rcv_data_fin:685:12632 snd_data_fin_enable:685:12640 rcv_fastclose:685:12648 use_64bit_ack:685:12656 csum_enabled:685:12664 allow_infinite_fallback:685:12672 pending_state:686:12680 mpc_endpoint_id:686:12688 recvmsg_inq:686:12696:1 cork:686:12697:1 nodelay:686:12698:1 fastopening:686:12699:1 in_accept_queue:686:12700:1 free_first:686:12701:1 rcvspace_init:686:12702:1 fastclosing:686:12703:1 notsent_lowat:671:12704 keepalive_cnt:678:12736 keepalive_idle:678:12768 keepalive_intvl:678:12800 maxseg:678:12832 work:129:12864 ooo_last_skb:1070:13120 out_of_order_queue:146:13184 conn_list:127:13248 rtx_queue:127:13376 first_pending:1084:13504 join_list:127:13568 first:833:13696 pm:458:13760 sched:1085:14976 rcvq_space:464:15040 scaling_ratio:686:15232 allow_subflows:685:15240 subflow_id:671:15264 setsockopt_seq:671:15296 ca_name:681:15328 fallback_lock:683:15456
struct task_struct__safe_rcu 32 cpus_ptr:722:0 cgroups:758:64 real_parent:718:128 group_leader:718:192
struct cgroup__safe_rcu 8 kn:782:0
struct css_set__safe_rcu 8 dfl_cgrp:780:0
struct cgroup_subsys_state__safe_rcu 8 cgroup:780:0
struct mm_struct__safe_rcu_or_null 8 exe_file:869:0
struct sk_buff__safe_rcu_or_null 8 sk:833:0
struct request_sock__safe_rcu_or_null 8 sk:833:0
struct bpf_iter_meta__safe_trusted 8 seq:1086:0
struct bpf_iter__task__safe_trusted 16 meta:1087:0 task:718:64
struct linux_binprm__safe_trusted 8 file:869:0
struct file__safe_trusted 8 f_inode:813:0
struct dentry__safe_trusted_or_null 8 d_inode:813:0
struct socket__safe_trusted_or_null 8 sk:833:0
struct cpumask 32 bits:1088:0
struct bpf_crypto_ctx 48 type:1089:0 tfm:674:64 siv_len:671:128 rcu:130:192 usage:716:320
struct xdp_md 24 data:828:0 data_end:828:32 data_meta:828:64 ingress_ifindex:828:96 rx_queue_index:828:128 egress_ifindex:828:160
struct bpf_iter_bits 16 __opaque:880:0
struct bpf_iter_css 24 __opaque:882:0
struct bpf_iter_css_task 8 __opaque:1090:0
struct bpf_iter_dmabuf 8 __opaque:1090:0
struct bpf_iter_kmem_cache 8 __opaque:1090:0
struct bpf_iter_num 8 __opaque:1090:0
struct bpf_iter_task 24 __opaque:882:0
struct bpf_iter_task_vma 8 __opaque:1090:0
struct bpf_key 16 key:735:0 has_ref:685:64
struct prog_test_member 8 m:465:0 c:678:32
struct bpf_tcp_req_attrs 20 rcv_tsval:671:0 rcv_tsecr:671:32 mss:707:64 rcv_wscale:686:80 snd_wscale:686:88 ecn_ok:686:96 wscale_ok:686:104 sack_ok:686:112 tstamp_ok:686:120 usec_ts_ok:686:128 reserved:1091:136
struct bpf_sock_tuple 36 -:466:0
struct bpf_ct_opts 16 netns_id:1092:0 error:1092:32 l4proto:686:64 dir:686:72 ct_zone_id:707:80 ct_zone_dir:686:96 reserved:1091:104
struct bpf_sock_addr_kern 40 sk:833:0 uaddr:1093:64 tmp_reg:676:128 t_ctx:674:192 uaddrlen:671:256
struct bpf_sock_ops_kern 64 sk:833:0 -:469:64 syn_skb:1070:192 skb:1070:256 skb_data_end:674:320 op:686:384 is_fullsock:686:392 is_locked_tcp_sock:686:400 remaining_opt_len:686:408 temp:676:448
struct bpf_xfrm_state_opts 36 error:1092:0 netns_id:1092:32 mark:671:64 daddr:1094:96 spi:863:224 proto:686:256 family:707:272
struct mutex 32 owner:794:0 wait_lock:747:64 osq:126:96 wait_list:127:128
struct - 8 counter:1095:0
struct raw_spinlock 4 raw_lock:1096:0
struct qspinlock 4 -:122:0
union - 4 val:692:0 -:124:0 -:125:0
struct - 4 counter:678:0
struct - 2 locked:686:0 pending:686:8
struct - 4 locked_pending:707:0 tail:707:16
struct optimistic_spin_queue 4 tail:692:0
struct list_head 16 next:1097:0 prev:1097:64
union - 32 work:129:0 rcu:130:0
struct work_struct 32 data:794:0 entry:127:64 func:1098:192
struct callback_head 16 next:744:0 func:1099:64
struct spinlock 4 -:132:0
union - 4 rlock:120:0
union - 0 -:134:0 -:136:0 -:137:0
struct - 0 __empty_value:135:0 value:705:0
struct - 0
struct - 0 __empty_ptrs:135:0 ptrs:1100:0
struct - 0 __empty_pptrs:135:0 pptrs:1100:0
union - 256 freelist:139:0 lru:140:0
struct pcpu_freelist 8 freelist:1101:0
struct bpf_lru 256 -:141:0 del_from_htab:1102:1536 del_arg:674:1600 hash_offset:699:1664 target_free:699:1696 nr_scans:699:1728 percpu:685:1760
union - 192 common_lru:142:0 percpu_lru:1103:0
struct bpf_common_lru 192 lru_list:143:0 local_list:1104:1024
struct bpf_lru_list 128 lists:1105:0 counts:1106:384 next_inactive_rotation:1097:448 lock:696:512
struct percpu_counter 40 lock:747:0 count:1095:64 list:127:128 counters:1107:256
struct sk_psock_progs 64 msg_parser:951:0 stream_parser:951:64 stream_verdict:951:128 skb_verdict:951:192 msg_parser_link:1108:256 stream_parser_link:1108:320 stream_verdict_link:1108:384 skb_verdict_link:1108:448
struct rb_root 8 rb_node:1109:0
struct bpf_struct_ops_value 64 common:148:0 data:705:512
struct bpf_struct_ops_common_value 8 refcnt:716:0 state:1110:32
struct refcount_struct 4 refs:692:0
struct range_tree 32 it_root:151:0 range_size_root:151:128
struct rb_root_cached 16 rb_root:146:0 rb_leftmost:1109:64
struct thread_info 24 flags:717:0 syscall_work:717:64 status:671:128 cpu:671:160
struct __call_single_node 16 llist:154:0 -:155:64 src:707:96 dst:707:112
struct llist_node 8 next:1111:0
union - 4 u_flags:699:0 a_flags:692:0
struct sched_entity 256 load:157:0 run_node:158:128 deadline:676:320 min_vruntime:676:384 min_slice:676:448 max_slice:676:512 group_node:127:576 on_rq:797:704 sched_delayed:797:712 rel_deadline:797:720 custom_slice:797:728 exec_start:676:768 sum_exec_runtime:676:832 prev_sum_exec_runtime:676:896 vruntime:676:960 -:159:1024 slice:676:1088 nr_migrations:676:1152 depth:678:1216 parent:1112:1280 cfs_rq:1113:1344 my_q:1113:1408 runnable_weight:717:1472 avg:160:1536
struct load_weight 16 weight:717:0 inv_weight:671:64
struct rb_node 24 __rb_parent_color:717:0 rb_right:1109:64 rb_left:1109:128
union - 8 vlag:1095:0 vprot:676:0
struct sched_avg 64 last_update_time:676:0 load_sum:676:64 runnable_sum:676:128 util_sum:671:192 period_contrib:671:224 load_avg:717:256 runnable_avg:717:320 util_avg:717:384 util_est:699:448
struct sched_rt_entity 72 run_list:127:0 timeout:717:128 watchdog_stamp:717:192 time_slice:699:256 on_rq:725:288 on_list:725:304 back:1114:320 parent:1114:384 rt_rq:1115:448 my_q:1115:512
struct sched_dl_entity 240 rb_node:158:0 dl_runtime:676:192 dl_deadline:676:256 dl_period:676:320 dl_bw:676:384 dl_density:676:448 runtime:1095:512 deadline:676:576 flags:699:640 dl_throttled:699:672:1 dl_yielded:699:673:1 dl_non_contending:699:674:1 dl_overrun:699:675:1 dl_server:699:676:1 dl_server_active:699:677:1 dl_defer:699:678:1 dl_defer_armed:699:679:1 dl_defer_running:699:680:1 dl_timer:58:704 inactive_timer:58:1216 rq:1116:1728 server_pick_task:1117:1792 pi_se:719:1856
struct timerqueue_node 32 node:158:0 expires:856:192
struct sched_statistics 0
struct hlist_head 8 first:1118:0
union rcu_special 4 b:167:0 s:671:0
struct - 4 blocked:686:0 need_qs:686:8 exp_hint:686:16 need_mb:686:24
struct sched_info 48 pcount:717:0 run_delay:1039:64 max_run_delay:1039:128 min_run_delay:1039:192 last_arrival:1039:256 last_queued:1039:320
struct plist_node 40 prio:678:0 prio_list:127:64 node_list:127:192
struct restart_block 56 arch_data:717:0 fn:1119:64 -:171:128
union - 40 futex:172:0 nanosleep:173:0 poll:175:0
struct - 40 uaddr:935:0 val:671:64 flags:671:96 bitset:671:128 time:676:192 uaddr2:935:256
struct - 24 clockid:1120:0 type:1121:32 -:174:64 expires:676:128
union - 8 rmtp:1122:0 compat_rmtp:1123:0
struct - 32 ufds:1124:0 nfds:678:64 has_timeout:678:96 tv_sec:717:128 tv_nsec:717:192
struct hlist_node 16 next:1118:0 pprev:1125:64
struct prev_cputime 24 utime:676:0 stime:676:64 lock:747:128
struct posix_cputimers 80 bases:1126:0 timers_active:699:576 expiry_active:699:608
struct posix_cputimer_base 24 nextevt:676:0 tqhead:180:64
struct timerqueue_head 16 rb_root:151:0
struct posix_cputimers_work 56 work:130:0 mutex:118:128 scheduled:699:384
struct sysv_sem 8 undo_list:1127:0
struct sysv_shm 16 shm_clist:127:0
struct - 8 sig:1128:0
struct sigpending 24 list:127:0 signal:743:128
struct - 4 val:1129:0
struct seccomp 16 mode:678:0 filter_count:692:32 filter:1130:64
struct syscall_user_dispatch 32 selector:688:0 offset:717:64 len:717:128 on_dispatch:685:192
struct wake_q_node 8 next:1131:0
struct task_io_accounting 56 rchar:676:0 wchar:676:64 syscr:676:128 syscw:676:192 read_bytes:676:256 write_bytes:676:320 cancelled_write_bytes:676:384
struct - 128 bits:1132:0
struct seqcount_spinlock 4 seqcount:1133:0
struct seqcount 4 sequence:699:0
struct tlbflush_unmap_batch 48 arch:195:0 flush_required:685:320 writable:685:328
struct arch_tlbflush_unmap_batch 40 cpumask:99:0 unmapped_pages:685:256
struct page_frag 16 page:1134:0 offset:828:64 size:828:96
struct kmap_ctrl 0
struct unwind_task_info 40 unwind_mask:717:0 cache:1135:64 work:130:128 id:199:256
union unwind_task_id 8 -:200:0 id:676:0
struct - 8 cpu:671:0 cnt:671:32
struct thread_struct 152 tls_array:1136:0 sp:717:192 es:725:256 ds:725:272 fsindex:725:288 gsindex:725:304 fsbase:717:320 gsbase:717:384 ptrace_bps:1137:448 virtual_dr6:717:704 ptrace_dr7:717:768 cr2:717:832 trap_nr:717:896 error_code:717:960 io_bitmap:1138:1024 iopl_emul:717:1088 iopl_warn:699:1152:1 pkru:671:1184
struct desc_struct 8 limit0:707:0 base0:707:16 base1:707:32:8 type:707:40:4 s:707:44:1 dpl:707:45:2 p:707:47:1 limit1:707:48:4 avl:707:52:1 l:707:53:1 d:707:54:1 g:707:55:1 base2:707:56:8
struct - 1472 -:204:0 mm_mt:205:512 mmap_base:717:640 mmap_legacy_base:717:704 mmap_compat_base:717:768 mmap_compat_legacy_base:717:832 task_size:717:896 pgd:1139:960 membarrier_state:692:1024 mm_users:692:1056 pcpu_cid:1140:1088 mm_cid_next_scan:717:1152 nr_cpus_allowed:699:1216 max_nr_cid:692:1248 cpus_allowed_lock:747:1280 pgtables_bytes:794:1344 map_count:678:1408 page_table_lock:683:1440 mmap_lock:207:1472 mmlist:127:1792 vma_writer_wait:208:1920 mm_lock_seq:1133:1984 futex_hash_lock:118:2048 futex_phash:1141:2304 futex_phash_new:1141:2368 futex_batches:717:2432 futex_rcu:130:2496 futex_atomic:794:2624 futex_ref:1142:2688 hiwater_rss:717:2752 hiwater_vm:717:2816 total_vm:717:2880 locked_vm:717:2944 pinned_vm:682:3008 data_vm:717:3072 exec_vm:717:3136 stack_vm:717:3200 def_flags:1143:3264 write_protect_seq:1133:3328 arg_lock:683:3360 start_code:717:3392 end_code:717:3456 start_data:717:3520 end_data:717:3584 start_brk:717:3648 brk:717:3712 start_stack:717:3776 arg_start:717:3840 arg_end:717:3904 env_start:717:3968 env_end:717:4032 saved_auxv:1144:4096 rss_stat:1145:7680 binfmt:1146:8960 context:1147:9024 flags:1148:10176 ioctx_lock:683:10240 ioctx_table:1149:10304 owner:718:10368 user_ns:799:10432 exe_file:869:10496 notifier_subscriptions:1150:10560 numa_next_scan:717:10624 numa_scan_offset:717:10688 numa_scan_seq:678:10752 tlb_flush_pending:692:10784 tlb_flush_batched:692:10816 uprobes_state:211:10880 hugetlb_usage:794:11008 async_put_work:129:11072 ksm_merging_pages:717:11328 ksm_rmap_items:717:11392 ksm_zero_pages:794:11456 mm_id:1151:11520
struct - 64 mm_count:692:0
struct maple_tree 16 -:206:0 ma_flags:699:32 ma_root:674:64
union - 4 ma_lock:683:0
struct rw_semaphore 40 count:794:0 owner:794:64 osq:126:128 wait_lock:747:160 wait_list:127:192
struct rcuwait 8 task:718:0
struct - 144 ctx_id:676:0 tlb_gen:682:64 next_trim_cpumask:717:128 ldt_usr_sem:207:192 ldt:1152:512 flags:717:576 lock:118:640 vdso:674:896 vdso_image:1153:960 perf_rdpmc_allowed:692:1024 pkey_allocation_map:707:1056 execute_only_pkey:945:1072 global_asid:707:1088 asid_transition:685:1104
struct - 8 __mm_flags:1128:0
struct uprobes_state 16 xol_area:1154:0 head_tramps:165:64
struct cgroup_subsys_state 208 cgroup:780:0 ss:1155:64 refcnt:213:128 rstat_cpu:1156:256 sibling:127:320 children:127:448 id:678:576 flags:699:608 serial_nr:676:640 online_cnt:692:704 destroy_work:129:768 destroy_rwork:214:1024 parent:1157:1472 nr_descendants:678:1536 rstat_flush_next:1157:1600
struct percpu_ref 16 percpu_count_ptr:717:0 data:1158:64
struct rcu_work 56 work:129:0 rcu:130:256 wq:1159:384
struct cgroup_file 56 kn:782:0 notified_at:717:64 notify_timer:59:128
struct cacheline_padding 0 x:705:0
struct cgroup_base_stat 32 cputime:218:0 ntime:676:192
struct task_cputime 24 stime:676:0 utime:676:64 sum_exec_runtime:1039:128
struct wait_queue_head 24 lock:683:0 head:127:64
struct cgroup_bpf 1024 effective:1160:0 progs:1161:2432 flags:1162:4864 revisions:1163:5184 storages:127:7616 inactive:1164:7744 refcnt:213:7808 release_work:129:7936
struct cgroup_freezer_state 32 freeze:685:0 e_freeze:685:8 nr_frozen_descendants:678:32 nr_frozen_tasks:678:64 freeze_seq:757:96 freeze_start_nsec:676:128 frozen_nsec:676:192
union - 32 dir:223:0 symlink:224:0 attr:225:0
struct kernfs_elem_dir 32 subdirs:717:0 children:146:64 root:1165:128 rev:717:192
struct kernfs_elem_symlink 8 target_kn:782:0
struct kernfs_elem_attr 32 ops:1166:0 open:1167:64 size:815:128 notify_next:782:192
struct - 4 val:1168:0
struct - 8 val:676:0
union - 16 non_rcu:678:0 rcu:130:0
struct - 48 ino:676:0 pidfs_node:158:64 stashed:830:256 attr:1169:320
struct upid 16 nr:678:0 ns:807:64
union - 16 f_path:1170:0 __f_path:30:0
union - 32 f_pos_lock:118:0 f_pipe:676:0
union - 32 f_task_work:130:0 f_llist:154:0 f_ra:234:0 f_freeptr:1171:0
struct file_ra_state 32 start:717:0 size:699:64 async_size:699:96 ra_pages:699:128 order:725:160 mmap_miss:725:176 prev_pos:815:192
struct - 8 v:717:0
struct - 8 refcnt:682:0
union - 4 i_nlink:1172:0 __i_nlink:699:0
union - 16 i_dentry:165:0 i_rcu:130:0
union - 8 i_fop:812:0 free_inode:1173:0
struct address_space 192 host:813:0 i_pages:241:64 invalidate_lock:207:192 gfp_mask:854:512 i_mmap_writable:692:544 i_mmap:151:576 nrpages:717:704 writeback_index:717:768 a_ops:1174:832 flags:717:896 wb_err:816:960 i_private_lock:683:992 i_private_list:127:1024 i_mmap_rwsem:207:1152 i_private_data:674:1472
struct xarray 16 xa_lock:683:0 xa_flags:854:32 xa_head:674:64
union - 16 i_devices:127:0 i_linklen:678:0
union - 8 i_pipe:771:0 i_cdev:1175:0 i_link:688:0 i_dir_seq:699:0
struct hlist_bl_node 16 next:1176:0 pprev:1177:64
union - 16 __d_name:246:0 d_name:1178:0
struct qstr 16 -:247:0 name:966:64
union - 8 -:248:0 hash_len:676:0
struct - 8 hash:671:0 len:671:32
union shortname_store 40 string:1179:0 words:1180:0
struct lockref 8 -:251:0
union - 8 lock_count:881:0 -:252:0
struct - 8 lock:683:0 count:678:32
union - 16 d_lru:127:0 d_wait:1181:0
union - 16 d_alias:176:0 d_in_lookup_hash:244:0 d_rcu:130:0
union - 24 -:256:0 rbnode:158:0 list:127:0 ll_node:154:0
struct - 24 next:1070:0 prev:1070:64 -:257:128
union - 8 dev:873:0 dev_scratch:717:0
union - 8 tstamp:856:0 skb_mstamp_ns:676:0
union - 16 -:260:0 tcp_tsorted_anchor:127:0 _sk_redir:717:0
struct - 16 _skb_refdst:717:0 destructor:1182:64
union - 56 -:262:0 headers:262:0
struct - 56 __pkt_type_offset:836:0 pkt_type:837:0:3 ignore_df:837:3:1 dst_pending_confirm:837:4:1 ip_summed:837:5:2 ooo_okay:837:7:1 __mono_tc_offset:836:8 tstamp_type:837:8:2 tc_at_ingress:837:10:1 tc_skip_classify:837:11:1 remcsum_offload:837:12:1 csum_complete_sw:837:13:1 csum_level:837:14:2 inner_protocol_type:837:16:1 l4_hash:837:17:1 sw_hash:837:18:1 no_fcs:837:19:1 encapsulation:837:20:1 encap_hdr_csum:837:21:1 csum_valid:837:22:1 nf_trace:837:23:1 redirected:837:24:1 from_ingress:837:25:1 nf_skip_egress:837:26:1 slow_gro:837:27:1 unreadable:837:28:1 tc_index:835:32 alloc_cpu:707:48 -:263:64 priority:828:96 skb_iif:678:128 hash:828:160 -:265:192 -:267:224 secmark:828:256 -:268:288 -:269:320 inner_transport_header:835:336 inner_network_header:835:352 inner_mac_header:835:368 protocol:865:384 transport_header:835:400 network_header:835:416 mac_header:835:432
union - 4 csum:1183:0 -:264:0
struct - 4 csum_start:835:0 csum_offset:835:16
union - 4 vlan_all:671:0 -:266:0
struct - 4 vlan_proto:865:0 vlan_tci:835:16
union - 4 napi_id:699:0 sender_cpu:699:0
union - 4 mark:828:0 reserved_tailroom:828:0
union - 2 inner_protocol:865:0 inner_ipproto:837:0
union - 8 skc_addrpair:1184:0 -:271:0
struct - 8 skc_daddr:863:0 skc_rcv_saddr:863:32
union - 4 skc_hash:699:0 skc_u16hashes:1185:0
union - 4 skc_portpair:1186:0 -:274:0
struct - 4 skc_dport:865:0 skc_num:835:16
union - 16 skc_bind_node:176:0 skc_portaddr_node:176:0
struct - 8 net:808:0
struct in6_addr 16 in6_u:278:0
union - 16 u6_addr8:1187:0 u6_addr16:1188:0 u6_addr32:1189:0
union - 8 skc_flags:717:0 skc_listener:833:0 skc_tw_dr:1190:0
union - 16 skc_node:176:0 skc_nulls_node:281:0
struct hlist_nulls_node 16 next:1191:0 pprev:1192:64
union - 4 skc_incoming_cpu:678:0 skc_rcv_wnd:671:0 skc_tw_rcv_nxt:671:0
union - 4 skc_rxhash:671:0 skc_window_clamp:671:0 skc_tw_snd_nxt:671:0
struct sk_buff_head 24 -:285:0 qlen:828:128 lock:683:160
union - 16 -:286:0 list:287:0
struct - 16 next:1070:0 prev:1070:64
struct sk_buff_list 16 next:1070:0 prev:1070:64
struct - 24 rmem_alloc:692:0 len:678:32 head:1070:64 tail:1070:128
union - 8 sk_wq:1193:0 sk_wq_raw:1193:0
struct - 32 slock:683:0 owned:678:32 wq:787:64
union - 8 sk_send_head:1070:0 tcp_rtx_queue:146:0
struct - 8 raw_lock:1194:0
struct qrwlock 8 -:294:0 wait_lock:1096:32
union - 4 cnts:692:0 -:295:0
struct - 4 wlocked:686:0 __lstate:1091:8
union - 1 sk_txrehash:686:0 sk_scm_recv_flags:686:0 -:297:0
struct - 1 sk_scm_credentials:686:0:1 sk_scm_security:686:1:1 sk_scm_pidfd:686:2:1 sk_scm_rights:686:3:1 sk_scm_unused:686:4:4
struct sock_cgroup_data 16 cgroup:780:0 classid:671:64 prioidx:707:96
struct inet_cork_full 152 base:300:0 fl:301:512
struct inet_cork 64 flags:699:0 addr:863:32 opt:1195:64 fragsize:699:128 length:678:160 dst:846:192 tx_flags:686:256 ttl:837:264 tos:864:272 priority:671:288 gso_size:835:320 ts_opt_id:671:352 transmit_time:676:384 mark:671:448
struct flowi 88 u:302:0
union - 88 __fl_common:303:0 ip4:305:0 ip6:310:0
struct flowi_common 40 flowic_oif:678:0 flowic_iif:678:32 flowic_l3mdev:678:64 flowic_mark:828:96 flowic_dscp:1196:128 flowic_scope:837:136 flowic_proto:837:144 flowic_flags:837:152 flowic_secid:828:160 flowic_uid:746:192 flowic_multipath_hash:828:224 flowic_tun_key:304:256
struct flowi_tunnel 8 tun_id:1197:0
struct flowi4 56 __fl_common:303:0 saddr:863:320 daddr:863:352 uli:306:384
union flowi_uli 4 ports:307:0 icmpt:308:0 gre_key:863:0 mht:309:0
struct - 4 dport:865:0 sport:865:16
struct - 2 type:837:0 code:837:8
struct - 1 type:837:0
struct flowi6 88 __fl_common:303:0 daddr:277:320 saddr:277:448 flowlabel:863:576 uli:306:608 mp_hash:828:640
struct socket_wq 64 wait:787:0 fasync_list:1198:192 flags:717:256 rcu:130:320
union - 8 -:313:0 frame_sz_flags_init:676:0
struct - 8 frame_sz:671:0 flags:671:32
union - 8 cs:707:0 csx:676:0 fred_cs:315:0
struct fred_cs 8 cs:676:0:16 sl:676:16:2 wfe:676:18:1
union - 8 ss:707:0 ssx:676:0 fred_ss:317:0
struct fred_ss 8 ss:676:0:16 sti:676:16:1 swevent:676:17:1 nmi:676:18:1 vector:676:32:8 type:676:48:4 enclave:676:56:1 lm:676:57:1 nested:676:58:1 insnlen:676:60:4
struct rlimit 16 rlim_cur:1199:0 rlim_max:1199:64
union - 8 seq:1086:0
union - 8 meta:1087:0
union - 8 task:718:0
union - 8 map:673:0
union - 8 key:674:0
union - 8 value:674:0
union - 16 -:326:0 vm_freeptr:1171:0
struct - 16 vm_start:717:0 vm_end:717:64
struct pgprot 8 pgprot:1200:0
union - 8 vm_flags:1201:0 __vm_flags:1143:0
struct - 32 rb:158:0 rb_subtree_last:717:192
struct vm_userfaultfd_ctx 8 ctx:1202:0
struct btf_header 24 magic:835:0 version:837:16 flags:837:24 hdr_len:828:32 type_off:828:64 type_len:828:96 str_off:828:128 str_len:828:160
union - 8 -:333:0 priv_flags_fast:333:0
struct - 8 priv_flags:717:0:32 lltx:717:32:1 netmem_tx:717:33:1
struct netdev_tc_txq 4 count:707:0 offset:707:16
union - 8 lstats:1203:0 tstats:1204:0 dstats:1205:0
struct - 32 upper:127:0 lower:127:128
struct net_device_stats 184 -:338:0 -:339:64 -:340:128 -:341:192 -:342:256 -:343:320 -:344:384 -:345:448 -:346:512 -:347:576 -:348:640 -:349:704 -:350:768 -:351:832 -:352:896 -:353:960 -:354:1024 -:355:1088 -:356:1152 -:357:1216 -:358:1280 -:359:1344 -:360:1408
union - 8 rx_packets:717:0 __rx_packets:794:0
union - 8 tx_packets:717:0 __tx_packets:794:0
union - 8 rx_bytes:717:0 __rx_bytes:794:0
union - 8 tx_bytes:717:0 __tx_bytes:794:0
union - 8 rx_errors:717:0 __rx_errors:794:0
union - 8 tx_errors:717:0 __tx_errors:794:0
union - 8 rx_dropped:717:0 __rx_dropped:794:0
union - 8 tx_dropped:717:0 __tx_dropped:794:0
union - 8 multicast:717:0 __multicast:794:0
union - 8 collisions:717:0 __collisions:794:0
union - 8 rx_length_errors:717:0 __rx_length_errors:794:0
union - 8 rx_over_errors:717:0 __rx_over_errors:794:0
union - 8 rx_crc_errors:717:0 __rx_crc_errors:794:0
union - 8 rx_frame_errors:717:0 __rx_frame_errors:794:0
union - 8 rx_fifo_errors:717:0 __rx_fifo_errors:794:0
union - 8 rx_missed_errors:717:0 __rx_missed_errors:794:0
union - 8 tx_aborted_errors:717:0 __tx_aborted_errors:794:0
union - 8 tx_carrier_errors:717:0 __tx_carrier_errors:794:0
union - 8 tx_fifo_errors:717:0 __tx_fifo_errors:794:0
union - 8 tx_heartbeat_errors:717:0 __tx_heartbeat_errors:794:0
union - 8 tx_window_errors:717:0 __tx_window_errors:794:0
union - 8 rx_compressed:717:0 __rx_compressed:794:0
union - 8 tx_compressed:717:0 __tx_compressed:794:0
struct netdev_hw_addr_list 32 list:127:0 count:678:128 tree:146:192
struct ref_tracker_dir 0
struct device 696 kobj:364:0 parent:1206:512 p:1207:576 init_name:790:640 type:1208:704 bus:1209:768 driver:1210:832 platform_data:674:896 driver_data:674:960 driver_override:366:1024 mutex:118:1152 links:367:1408 power:368:1856 pm_domain:1211:3968 msi:370:4032 dma_mask:1212:4160 coherent_dma_mask:676:4224 bus_dma_limit:676:4288 dma_range_map:1213:4352 dma_parms:1214:4416 dma_pools:127:4480 dma_io_tlb_mem:1215:4608 archdata:371:4672 of_node:1216:4672 fwnode:1217:4736 numa_node:678:4800 devt:821:4832 id:671:4864 devres_lock:683:4896 devres_head:127:4928 class:1218:5056 groups:1219:5120 release:1220:5184 iommu_group:1221:5248 iommu:1222:5312 physical_location:1223:5376 removable:1224:5440 offline_disabled:685:5472:1 offline:685:5473:1 of_node_reused:685:5474:1 state_synced:685:5475:1 can_match:685:5476:1 dma_skip_sync:685:5477:1 dma_iommu:685:5478:1 flags:1128:5504
struct kobject 64 name:790:0 entry:127:64 parent:1225:192 kset:964:256 ktype:1226:320 sd:782:384 kref:365:448 state_initialized:699:480:1 state_in_sysfs:699:481:1 state_add_uevent_sent:699:482:1 state_remove_uevent_sent:699:483:1 uevent_suppress:699:484:1
struct kref 4 refcount:716:0
struct - 16 name:790:0 lock:683:64
struct dev_links_info 56 suppliers:127:0 consumers:127:128 defer_sync:127:256 status:1227:384
struct dev_pm_info 264 power_state:1228:0 can_wakeup:685:32:1 async_suspend:685:33:1 in_dpm_list:685:34:1 is_prepared:685:35:1 is_suspended:685:36:1 is_noirq_suspended:685:37:1 is_late_suspended:685:38:1 no_pm:685:39:1 early_init:685:40:1 direct_complete:685:41:1 driver_flags:671:64 lock:683:96 should_wakeup:685:128:1 suspend_timer:58:192 timer_expires:676:704 work:129:768 wait_queue:787:1024 wakeirq:1229:1216 usage_count:692:1280 child_count:692:1312 disable_depth:699:1344:3 idle_notification:685:1347:1 request_pending:685:1348:1 deferred_resume:685:1349:1 needs_force_resume:685:1350:1 runtime_auto:685:1351:1 ignore_children:685:1352:1 no_callbacks:685:1353:1 irq_safe:685:1354:1 use_autosuspend:685:1355:1 timer_autosuspends:685:1356:1 memalloc_noio:685:1357:1 links_count:699:1376 request:1230:1408 runtime_status:1231:1440 last_status:1231:1472 runtime_error:678:1504 autosuspend_delay:678:1536 last_busy:676:1600 active_time:676:1664 suspended_time:676:1728 accounting_timestamp:676:1792 subsys_data:1232:1856 set_latency_tolerance:1233:1920 qos:1234:1984 detach_power_off:685:2048:1
struct pm_message 4 event:678:0
struct dev_msi_info 16 domain:1235:0 data:1236:64
struct dev_archdata 0
struct bpf_xdp_entity 16 prog:951:0 link:1237:64
struct robust_list 8 next:1005:0
union - 32 digest:670:0 tag:1238:0
union - 0 -:376:0 -:378:0
struct - 0 __empty_insns:135:0 insns:1239:0
struct sock_filter 8 code:835:0 jt:837:16 jf:837:24 k:828:32
struct - 0 __empty_insnsi:135:0 insnsi:1240:0
struct bpf_insn 8 code:837:0 dst_reg:837:8:4 src_reg:837:12:4 off:864:16 imm:845:32
struct bpf_ksym 600 start:717:0 end:717:64 name:1241:128 lnode:127:4224 tnode:381:4352 prog:685:4736 init_private:686:4744
struct latch_tree_node 48 node:1242:0
struct bpf_stream 64 capacity:692:0 log:383:64 lock:118:128 backlog_head:1111:384 backlog_tail:1111:448
struct llist_head 8 first:1111:0
union - 16 list:127:0 rcu:130:0
struct cpu_itimer 16 expires:676:0 incr:676:64
struct thread_group_cputimer 24 cputime_atomic:387:0
struct task_cputime_atomic 24 utime:682:0 stime:682:64 sum_exec_runtime:682:128
struct - 8 seqcount:757:0 lock:683:32
struct pacct_struct 56 ac_flag:678:0 ac_exitcode:849:64 ac_mem:717:128 ac_utime:676:192 ac_stime:676:256 ac_minflt:717:320 ac_majflt:717:384
struct k_sigaction 32 sa:391:0
struct sigaction 32 sa_handler:1243:0 sa_flags:717:64 sa_restorer:1244:128 sa_mask:743:192
union - 32 kptr:393:0 graph_root:394:0
struct btf_field_kptr 32 btf:679:0 module:1030:64 dtor:1245:128 btf_id:671:192
struct btf_field_graph_root 24 btf:679:0 value_btf_id:671:64 node_offset:671:96 value_rec:677:128
union - 8 flow_keys:1246:0
union - 8 sk:1247:0
struct nf_conntrack 4 use:716:0
struct nf_conntrack_zone 4 id:707:0 flags:686:16 dir:686:24
struct nf_conntrack_tuple_hash 56 hnnode:281:0 tuple:400:128
struct nf_conntrack_tuple 40 src:401:0 dst:408:160
struct nf_conntrack_man 20 u3:402:0 u:404:128 l3num:1248:144
union nf_inet_addr 16 all:1049:0 ip:863:0 ip6:1189:0 in:403:0 in6:277:0
struct in_addr 4 s_addr:863:0
union nf_conntrack_man_proto 2 all:865:0 tcp:405:0 udp:405:0 icmp:406:0 dccp:405:0 sctp:405:0 gre:407:0
struct - 2 port:865:0
struct - 2 id:865:0
struct - 2 key:865:0
struct - 20 u3:402:0 u:409:128 protonum:1249:144 __nfct_hash_offsetend:135:152 dir:1249:152
union - 2 all:865:0 tcp:405:0 udp:405:0 icmp:410:0 dccp:405:0 sctp:405:0 gre:407:0
struct - 2 type:1249:0 code:1249:8
union nf_conntrack_proto 64 sctp:412:0 tcp:413:0 udp:415:0 gre:416:0 tmpl_padto:699:0
struct ip_ct_sctp 16 state:1250:0 vtag:1251:32 init:1067:96 last_dir:686:112 flags:686:120
struct ip_ct_tcp 60 seen:1252:0 state:1249:320 last_dir:1249:328 retrans:1249:336 last_index:1249:344 last_seq:1052:352 last_ack:1052:384 last_end:1052:416 last_win:1248:448 last_wscale:1249:464 last_flags:1249:472
struct ip_ct_tcp_state 20 td_end:1052:0 td_maxend:1052:32 td_maxwin:1052:64 td_maxack:1052:96 td_scale:1249:128 flags:1249:136
struct nf_ct_udp 8 stream_ts:717:0
struct nf_ct_gre 8 stream_timeout:699:0 timeout:699:32
union - 16 gclist:176:0 bydst:176:0
union - 16 dev_gclist:176:0 bysrc:176:0
struct xfrm_id 24 daddr:1094:0 spi:863:128 proto:837:160
union - 16 a4:863:0 a6:1189:0 in6:277:0
struct xfrm_selector 56 daddr:1094:0 saddr:1094:128 dport:865:256 dport_mask:865:272 sport:865:288 sport_mask:865:304 family:835:320 prefixlen_d:837:336 prefixlen_s:837:344 proto:837:352 ifindex:678:384 user:1253:416
struct xfrm_mark 8 v:828:0 m:828:32
struct xfrm_state_walk 32 all:127:0 state:686:128 dying:686:136 proto:686:144 seq:671:160 filter:1254:192
struct - 52 reqid:671:0 mode:686:32 replay_window:686:40 aalgo:686:48 ealgo:686:56 calgo:686:64 flags:686:72 family:707:80 saddr:1094:96 header_len:678:224 enc_hdr_len:678:256 trailer_len:678:288 extra_flags:671:320 smark:422:352
struct xfrm_lifetime_cfg 64 soft_byte_limit:881:0 hard_byte_limit:881:64 soft_packet_limit:881:128 hard_packet_limit:881:192 soft_add_expires_seconds:881:256 hard_add_expires_seconds:881:320 soft_use_expires_seconds:881:384 hard_use_expires_seconds:881:448
struct xfrm_replay_state 12 oseq:828:0 seq:828:32 bitmap:828:64
struct xfrm_stats 12 replay_window:828:0 replay:828:32 integrity_failed:828:64
struct xfrm_lifetime_cur 32 bytes:881:0 packets:881:64 add_time:881:128 use_time:881:192
struct xfrm_dev_offload 32 dev:873:0 dev_tracker:991:64 real_dev:873:64 offload_handle:717:128 dir:686:192:2 type:686:194:2 flags:686:196:2
struct xfrm_mode 3 encap:686:0 family:686:8 flags:686:16
struct inet_connection_sock 1400 icsk_inet:34:0 icsk_accept_queue:432:8128 icsk_bind_hash:1255:8704 icsk_bind2_hash:1256:8768 icsk_retransmit_timer:59:8832 icsk_delack_timer:59:9152 icsk_rto:828:9472 icsk_rto_min:828:9504 icsk_rto_max:671:9536 icsk_delack_max:828:9568 icsk_pmtu_cookie:828:9600 icsk_ca_ops:1257:9664 icsk_af_ops:1258:9728 icsk_ulp_ops:1259:9792 icsk_ulp_data:674:9856 icsk_sync_mss:1260:9920 icsk_ca_state:837:9984:5 icsk_ca_initialized:837:9989:1 icsk_ca_setsockopt:837:9990:1 icsk_ca_dst_locked:837:9991:1 icsk_retransmits:837:9992 icsk_pending:837:10000 icsk_backoff:837:10008 icsk_syn_retries:837:10016 icsk_probes_out:837:10024 icsk_ext_hdr_len:835:10032 icsk_ack:434:10048 icsk_mtup:435:10176 icsk_probes_tstamp:671:10304 icsk_user_timeout:671:10336 icsk_ca_priv:1261:10368
struct request_sock_queue 72 rskq_lock:683:0 rskq_defer_accept:686:32 synflood_warned:686:40 qlen:692:64 young:692:96 rskq_accept_head:1077:128 rskq_accept_tail:1077:192 fastopenq:433:256
struct fastopen_queue 40 rskq_rst_head:1077:0 rskq_rst_tail:1077:64 lock:683:128 qlen:678:160 max_qlen:678:192 ctx:1262:256
struct - 16 pending:837:0 quick:837:8 pingpong:837:16 retry:837:24 ato:828:32:8 lrcv_flowlabel:828:40:20 dst_quick_ack:828:60:1 unused:828:61:3 lrcvtime:828:64 last_seg_size:835:96 rcv_mss:835:112
struct - 16 search_high:678:0 search_low:678:32 probe_size:671:64:31 enabled:671:95:1 probe_timestamp:671:96
struct minmax 24 s:1263:0
struct minmax_sample 8 t:671:0 v:671:32
struct tcp_options_received 24 ts_recent_stamp:678:0 ts_recent:671:32 rcv_tsval:671:64 rcv_tsecr:671:96 saw_tstamp:707:128:1 tstamp_ok:707:129:1 dsack:707:130:1 wscale_ok:707:131:1 sack_ok:707:132:3 smc_ok:707:135:1 snd_wscale:707:136:4 rcv_wscale:707:140:4 accecn:686:144:6 saw_unknown:686:150:1 unused:686:151:1 num_sacks:686:152 user_mss:707:160 mss_clamp:707:176
struct - 16 rtt_us:671:0 seq:671:32 time:676:64
struct - 16 space:678:0 seq:671:32 time:676:64
struct tcp_rack 24 mstamp:676:0 rtt_us:671:64 end_seq:671:96 last_delivered:671:128 reo_wnd_steps:686:160 reo_wnd_persist:686:168:5 dsack_seen:686:173:1 advanced:686:174:1
struct tcp_sack_block 8 start_seq:671:0 end_seq:671:32
struct - 8 probe_seq_start:671:0 probe_seq_end:671:32
struct ipv6_pinfo 128 saddr:277:0 flow_label:863:128 dst_cookie:671:160 opt:1264:192 hop_limit:945:256 pmtudisc:686:272 tclass:686:280 saddr_cache:685:288 daddr_cache:685:296 mcast_hops:686:304 frag_size:671:320 ucast_oif:678:352 mcast_oif:678:384 rxopt:445:416 srcprefs:686:432 min_hopcount:686:440 rcv_flowinfo:863:448 sticky_pktinfo:447:480 pktoptions:1070:640 rxpmtu:1070:704 cork:448:768 ipv6_mc_list:1265:896 ipv6_ac_list:1266:960
union - 2 bits:446:0 all:707:0
struct - 2 srcrt:707:0:1 osrcrt:707:1:1 rxinfo:707:2:1 rxoinfo:707:3:1 rxhlim:707:4:1 rxohlim:707:5:1 hopopts:707:6:1 ohopopts:707:7:1 dstopts:707:8:1 odstopts:707:9:1 rxflow:707:10:1 rxtclass:707:11:1 rxpmtu:707:12:1 rxorigdstaddr:707:13:1 recvfragsize:707:14:1
struct in6_pktinfo 20 ipi6_addr:277:0 ipi6_ifindex:678:128
struct inet6_cork 16 opt:1264:0 hop_limit:686:64 tclass:686:72 dontfrag:686:80:1
struct inet_timewait_sock 216 __tw_common:32:0 tw_mark:828:1088 tw_substate:797:1120 tw_rcv_wscale:797:1128 tw_sport:865:1136 tw_transparent:699:1152:1 tw_flowlabel:699:1153:20 tw_usec_ts:699:1173:1 tw_connect_bind:699:1174:1 tw_pad:699:1175:1 tw_tos:699:1176:8 tw_txhash:671:1184 tw_priority:671:1216 tw_entry_stamp:671:1248 tw_timer:59:1280 tw_tb:1255:1600 tw_tb2:1256:1664
struct inet_request_sock 256 req:451:0 snd_wscale:707:1856:4 rcv_wscale:707:1860:4 tstamp_ok:707:1864:1 sack_ok:707:1865:1 wscale_ok:707:1866:1 ecn_ok:707:1867:1 acked:707:1868:1 no_srccheck:707:1869:1 smc_ok:707:1870:1 ir_mark:671:1888 -:452:1920
struct request_sock 232 __req_common:32:0 dl_next:1077:1088 mss:707:1152 num_retrans:686:1168 syncookie:686:1176:1 num_timeout:686:1177:7 ts_recent:671:1184 rsk_timer:59:1216 rsk_ops:1267:1536 sk:833:1600 saved_syn:1078:1664 secid:671:1728 peer_secid:671:1760 timeout:671:1792
union - 16 ireq_opt:866:0 -:453:0
struct - 16 ipv6_opt:1264:0 pktopts:1070:64
struct udp_sock 1344 inet:34:0 udp_flags:717:8128 pending:678:8192 encap_type:837:8224 udp_lrpa_hash:835:8240 udp_lrpa_node:281:8256 len:835:8384 gso_size:835:8400 pcslen:835:8416 pcrlen:835:8432 encap_rcv:857:8448 encap_err_rcv:1268:8512 encap_err_lookup:857:8576 encap_destroy:848:8640 gro_receive:1269:8704 gro_complete:1270:8768 udp_prod_queue:1271:8832 reader_queue:284:9216 forward_deficit:678:9408 forward_threshold:678:9440 peeking_with_offset:685:9472 tunnel_list:176:9536 drop_counters:455:9728
struct numa_drop_counters 128 drops0:692:0 drops1:692:512
struct wait_queue_entry 40 flags:699:0 private:674:64 func:1272:128 entry:127:192
struct scm_stat 16 nr_fds:692:0 nr_unix_fds:717:64
struct mptcp_pm_data 152 local:459:0 remote:459:192 anno_list:127:384 userspace_pm_local_addr_list:127:512 lock:683:640 -:461:672 id_avail_bitmap:1088:768 rm_list_tx:463:1024 rm_list_rx:463:1096
struct mptcp_addr_info 24 id:686:0 family:1273:16 port:865:32 -:460:64
union - 16 addr:403:0 addr6:277:0
union - 12 -:462:0 reset:462:0
struct - 12 addr_signal:686:0 server_side:685:8 work_pending:685:16 accept_addr:685:24 accept_subflow:685:32 remote_deny_join_id0:685:40 add_addr_signaled:686:48 add_addr_accepted:686:56 local_addr_used:686:64 pm_type:686:72 extra_subflows:686:80 status:686:88
struct mptcp_rm_list 9 ids:1238:0 nr:686:64
struct - 24 space:678:0 copied:678:32 time:676:64 rtt_us:676:128
struct prog_test_member1 4 a:678:0
union - 36 ipv4:467:0 ipv6:468:0
struct - 12 saddr:863:0 daddr:863:32 sport:865:64 dport:865:80
struct - 36 saddr:1189:0 daddr:1189:128 sport:865:256 dport:865:272
union - 16 args:1274:0 reply:671:0 replylong:1274:0
struct bpf_array_aux 88 poke_progs:127:0 map:673:128 poke_mutex:118:192 work:129:448
struct bucket 16 head:472:0 raw_lock:696:64
struct hlist_nulls_head 8 first:1191:0
struct lpm_trie_node 24 child:1275:0 prefixlen:671:128 flags:671:160 data:998:192
struct bpf_shtab_bucket 16 head:165:0 lock:683:64
struct bpf_local_storage_map_bucket 16 list:165:0 lock:747:64
struct bpf_struct_ops_desc 40 st_ops:1276:0 type:895:64 value_type:895:128 type_id:671:192 value_id:671:224 arg_info:1277:256
struct bpf_ringbuf 12288 waitq:787:0 work:478:192 mask:676:448 pages:1278:512 nr_pages:678:576 spinlock:696:1024 busy:692:1536 consumer_pos:717:32768 producer_pos:717:65536 pending_pos:717:65600 data:705:98304
struct irq_work 32 node:153:0 func:1279:128 irqwait:208:192
struct vm_struct 72 next:715:0 addr:674:64 size:717:128 flags:717:192 pages:1278:256 page_order:699:320 nr_pages:699:352 phys_addr:1280:384 caller:791:448 requested_size:717:512
func_proto - 0
func_proto - 1281 p__map:674 addr__ign:1281 page_cnt:671 node_id:678 flags:676
func_proto - 0 p__map:674 ptr__ign:1281 page_cnt:671
func_proto - 678 p__map:674 ptr__ign:1281 page_cnt:671
func_proto - 674 obj:674
func_proto - 780 cgrp:780
func_proto - 780 cgrp:780 level:678
func_proto - 780 cgid:676
func_proto - 678 cgroup:780 name__str:790 value_p:1282
func_proto - 0 cgrp:780
func_proto - 678 dptr:1282 off:671 size:671 unsafe_ptr__ign:791
func_proto - 678 dst:674 dst__sz:671 unsafe_ptr__ign:791 flags:676
func_proto - 678 dptr:1282 off:671 size:671 unsafe_ptr__ign:791 tsk:718
func_proto - 678 dst:674 dst__sz:671 unsafe_ptr__ign:791 tsk:718 flags:676
func_proto - 1283 cpumask:1283
func_proto - 685 dst:1283 src1:1284 src2:1284
func_proto - 671 src1:1284 src2:1284
func_proto - 671 cpumask:1284
func_proto - 0 cpumask:1283
func_proto - 0 cpu:671 cpumask:1283
func_proto - 0 dst:1283 src:1284
func_proto - 1283
func_proto - 685 cpumask:1284
func_proto - 685 src1:1284 src2:1284
func_proto - 0 dst:1283 src1:1284 src2:1284
func_proto - 678 cpumask:1285 src:674 src__sz:695
func_proto - 1286 ctx:1286
func_proto - 1286 params:1287 params__sz:671 err:733
func_proto - 0 ctx:1286
func_proto - 678 ctx:1286 src:1288 dst:1288 siv__nullable:1288
func_proto - 678 nfct:1051 status:671
func_proto - 678 nfct:1051 timeout:671
func_proto - 1051 nfct_i:1289
func_proto - 0 nfct:1051
func_proto - 678 nfct:1289 addr:1290 port:678 manip:1291
func_proto - 678 nfct:1292 status:671
func_proto - 0 nfct:1289 timeout:671
func_proto - 678 p:1288 start:671 end:671
func_proto - 678 p:1288 clone__uninit:1282
func_proto - 678 dst_ptr:1282 dst_off:671 src_ptr:1282 src_off:671 size:671
func_proto - 678 s:1293 flags:676 ptr__uninit:1282
func_proto - 678 skb_:1293 flags:676 ptr__uninit:1282
func_proto - 678 x:1294 flags:676 ptr__uninit:1282
func_proto - 685 p:1288
func_proto - 678 p:1282 offset:671 size:671 val:686
func_proto - 828 p:1288
func_proto - 674 p:1288 offset:671 buffer__opt:674 buffer__szk:671
func_proto - 678 dentry:830 name__str:790 value_p:1282
func_proto - 678 file:869 name__str:790 value_p:1282
func_proto - 1295 addr:676
func_proto - 869 task:718
func_proto - 0 it:1296
func_proto - 678 it:1296 unsafe_ptr__ign:1297 nr_words:671
func_proto - 733 it:1296
func_proto - 0 it:1298
func_proto - 678 it:1298 start:1157 flags:699
func_proto - 1157 it:1298
func_proto - 0 it:1299
func_proto - 678 it:1299 css:1157 flags:699
func_proto - 718 it:1299
func_proto - 0 it:1300
func_proto - 678 it:1300
func_proto - 1301 it:1300
func_proto - 0 it:1302
func_proto - 678 it:1302
func_proto - 1295 it:1302
func_proto - 0 it:1303
func_proto - 678 it:1303 start:678 end:678
func_proto - 733 it:1303
func_proto - 0 it:1304
func_proto - 678 it:1304 task__nullable:718 flags:699
func_proto - 718 it:1304
func_proto - 0 it:1305
func_proto - 678 it:1305 task:718 addr:676
func_proto - 877 it:1305
func_proto - 0 bkey:1306
func_proto - 0 p:1307
func_proto - 1308 head:1309
func_proto - 678 head:1309 node:1308 meta__ign:674 off:676
func_proto - 0 flags__irq_flag:768
func_proto - 1306 id:676
func_proto - 1306 serial:1092 flags:676
func_proto - 1095 map:1310
func_proto - 0 p__alloc:674 meta__ign:674
func_proto - 674 local_type_id__k:676 meta__ign:674
func_proto - 678 path:1311 buf:688 buf__sz:695
func_proto - 0 file:869
func_proto - 678 root:1312 node:1313 less:1314 meta__ign:674 off:676
func_proto - 685 -:1313 -:1315
func_proto - 1313 root:1312
func_proto - 1313 root:1312 node:1313
func_proto - 674 obj__ign:791 btf_id__k:671
func_proto - 674 p__refcounted_kptr:674 meta__ign:674
func_proto - 678 dentry:830 name__str:790
func_proto - 678 lock:1316
func_proto - 678 lock:1316 flags__irq_flag:768
func_proto - 0 lock:1316
func_proto - 0 lock:1316 flags__irq_flag:768
func_proto - 678 task:718 sig:678 type:1317 value:676
func_proto - 1318
func_proto - 685
func_proto - 678 dentry:830 name__str:790 value_p:1288 flags:678
func_proto - 678 s:1293 sk:833 attrs:1319 attrs__sz:678
func_proto - 1289 skb_ctx:1293 bpf_tuple:1320 tuple__sz:671 opts:1321 opts__sz:671
func_proto - 1051 skb_ctx:1293 bpf_tuple:1320 tuple__sz:671 opts:1321 opts__sz:671
func_proto - 678 sa_kern:1322 sun_path:1323 sun_path__sz:671
func_proto - 678 sock:1324
func_proto - 678 skops:1325 flags:676
func_proto - 678 s1__ign:790 s2__ign:790
func_proto - 678 s__ign:790 c:1326
func_proto - 678 s__ign:790 reject__ign:790
func_proto - 678 stream_id:678 fmt__str:790 args:791 len__sz:671 aux__prog:674
func_proto - 678 s__ign:790
func_proto - 678 s__ign:790 count:695 c:1326
func_proto - 678 s__ign:790 count:695
func_proto - 678 s1__ign:790 s2__ign:790 len:695
func_proto - 678 s__ign:790 c:678
func_proto - 678 s__ign:790 accept__ign:790
func_proto - 718 p:718
func_proto - 718 pid:1092
func_proto - 718 vpid:1092
func_proto - 780 task:718 hierarchy_id:678
func_proto - 0 p:718
func_proto - 849 task:718 ancestor:780
func_proto - 678 task:718 tw:1327 map__map:674 callback:1328 aux__prog:674
func_proto - 0 cookie:676
func_proto - 678 wq:1329 p__map:674 flags:699
func_proto - 678 wq:1329 callback_fn:1330 flags:699 aux__prog:674
func_proto - 678 -:674 -:733 -:674
func_proto - 678 wq:1329 flags:699
func_proto - 1289 xdp_ctx:1294 bpf_tuple:1320 tuple__sz:671 opts:1321 opts__sz:671
func_proto - 1051 xdp_ctx:1294 bpf_tuple:1320 tuple__sz:671 opts:1321 opts__sz:671
func_proto - 1059 ctx:1294 opts:1331 opts__sz:671
func_proto - 678 ctx:1332 hash:935 rss_type:1333
func_proto - 678 ctx:1332 timestamp:1212
func_proto - 678 ctx:1332 vlan_proto:1334 vlan_tci:1335
func_proto - 678 x:1294 len:671
func_proto - 0 x:1059
func_proto - 0 -:674 -:685 -:718 -:718 -:699
typedef btf_trace_sched_switch 1336
func_proto - 0 -:674 -:718
typedef btf_trace_sched_wakeup 1337
func_proto - 0 -:674 -:718 -:729 -:1338
typedef btf_trace_sched_process_exec 1339
func_proto - 0 -:674 -:718 -:685
typedef btf_trace_sched_process_exit 1340
func_proto - 0 -:674 -:718 -:718
typedef btf_trace_sched_process_fork 1341
func_proto - 0 -:674 -:1342 -:849
typedef btf_trace_sys_enter 1343
typedef btf_trace_sys_exit 1343
func_proto - 0 -:674 -:1344 -:1345 -:685
typedef btf_trace_hrtimer_start 1346
func_proto - 0 -:674 -:1344 -:1347
typedef btf_trace_hrtimer_expire_entry 1348
func_proto - 0 -:674 -:1344
typedef btf_trace_hrtimer_expire_exit 1349
typedef btf_trace_hrtimer_cancel 1349
func_proto - 0 -:674 -:1350 -:717
typedef btf_trace_timer_start 1351
typedef btf_trace_timer_expire_entry 1351
func_proto - 0 -:674 -:1350
typedef btf_trace_timer_cancel 1352
func_proto - 0 -:674 -:678 -:1353
typedef btf_trace_irq_handler_entry 1354
func_proto - 0 -:674 -:699
typedef btf_trace_softirq_entry 1355
typedef btf_trace_softirq_exit 1355
func_proto - 0 -:674 -:1356
typedef btf_trace_workqueue_execute_start 1357
func_proto - 0 -:674 -:1070 -:674 -:1358 -:833
typedef btf_trace_kfree_skb 1359
func_proto - 0 -:674 -:1070
typedef btf_trace_netif_receive_skb 1360
typedef btf_trace_net_dev_queue 1360
func_proto - 0 -:674 -:718 -:676
typedef btf_trace_task_newtask 1361
func_proto - 0 -:674 -:718 -:790
typedef btf_trace_task_rename 1362
func_proto - 0 -:674 -:1363 -:1364 -:671
typedef btf_trace_xdp_exception 1365
func bpf_iter_task 1366 0
func bpf_iter_bpf_map 1367 0
func bpf_iter_bpf_prog 1368 0
func bpf_iter_bpf_map_elem 1369 0
func bpf_iter_task_file 1370 0
var bpf_prog_active 678 1
var runqueues 1371 1
var cpu_number 678 1
var irq_stat 1372 1
array - 686 678 32
typedef u32 828
ptr - 1373
ptr - 1
ptr - 0
enum bpf_map_type BPF_MAP_TYPE_UNSPEC=0 BPF_MAP_TYPE_HASH=1 BPF_MAP_TYPE_ARRAY=2 BPF_MAP_TYPE_PROG_ARRAY=3 BPF_MAP_TYPE_PERF_EVENT_ARRAY=4 BPF_MAP_TYPE_PERCPU_HASH=5 BPF_MAP_TYPE_PERCPU_ARRAY=6 BPF_MAP_TYPE_STACK_TRACE=7 BPF_MAP_TYPE_CGROUP_ARRAY=8 BPF_MAP_TYPE_LRU_HASH=9 BPF_MAP_TYPE_LRU_PERCPU_HASH=10 BPF_MAP_TYPE_LPM_TRIE=11 BPF_MAP_TYPE_ARRAY_OF_MAPS=12 BPF_MAP_TYPE_HASH_OF_MAPS=13 BPF_MAP_TYPE_DEVMAP=14 BPF_MAP_TYPE_SOCKMAP=15 BPF_MAP_TYPE_CPUMAP=16 BPF_MAP_TYPE_XSKMAP=17 BPF_MAP_TYPE_SOCKHASH=18 BPF_MAP_TYPE_CGROUP_STORAGE_DEPRECATED=19 BPF_MAP_TYPE_CGROUP_STORAGE=19 BPF_MAP_TYPE_REUSEPORT_SOCKARRAY=20 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE_DEPRECATED=21 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE=21 BPF_MAP_TYPE_QUEUE=22 BPF_MAP_TYPE_STACK=23 BPF_MAP_TYPE_SK_STORAGE=24 BPF_MAP_TYPE_DEVMAP_HASH=25 BPF_MAP_TYPE_STRUCT_OPS=26 BPF_MAP_TYPE_RINGBUF=27 BPF_MAP_TYPE_INODE_STORAGE=28 BPF_MAP_TYPE_TASK_STORAGE=29 BPF_MAP_TYPE_BLOOM_FILTER=30 BPF_MAP_TYPE_USER_RINGBUF=31 BPF_MAP_TYPE_CGRP_STORAGE=32 BPF_MAP_TYPE_ARENA=33 __MAX_BPF_MAP_TYPE=34
typedef u64 881
ptr - 71
int int 4 1 32
ptr - 62
ptr - 68
array - 1326 678 16
typedef atomic64_t 119
typedef spinlock_t 131
ptr - 60
typedef bool 1374
typedef u8 837
ptr - 1095
ptr - 1326
ptr - 470
ptr - 471
ptr - 1375
typedef atomic_t 123
array - 1376 678 0
ptr - 473
typedef size_t 1377
typedef rqspinlock_t 121
ptr - 1378
ptr - 165
int unsigned+int 4 0 32
ptr - 833
ptr - 474
ptr - 1379
array - 1380 678 0
array - 833 678 0
array - 1326 678 0
ptr - 475
typedef u16 835
ptr - 1381
ptr - 1108
ptr - 1382
array - 674 678 8
ptr - 147
ptr - 477
array - 717 678 0
ptr - 479
typedef refcount_t 149
int long+unsigned+int 8 0 64
ptr - 19
ptr - 162
ptr - 1383
ptr - 1384
ptr - 1385
ptr - 724
typedef cpumask_t 99
int short+unsigned+int 2 0 16
ptr - 1386
ptr - 20
ptr - 240
typedef pid_t 1387
ptr - 25
array - 176 678 4
ptr - 1388
ptr - 678
ptr - 1389
ptr - 1390
ptr - 1391
ptr - 1392
ptr - 1393
ptr - 1394
ptr - 26
ptr - 69
ptr - 70
typedef sigset_t 184
ptr - 130
ptr - 1395
typedef kuid_t 186
typedef raw_spinlock_t 120
ptr - 1396
ptr - 118
ptr - 1397
ptr - 1398
ptr - 1399
ptr - 1400
ptr - 1401
ptr - 1402
typedef nodemask_t 191
typedef seqcount_spinlock_t 192
ptr - 21
ptr - 65
ptr - 1403
ptr - 1404
array - 686 678 4
ptr - 1405
ptr - 1406
ptr - 1407
int short+int 2 1 16
ptr - 1408
ptr - 717
array - 717 678 3
ptr - 1409
ptr - 1410
ptr - 1411
ptr - 1412
ptr - 1413
ptr - 1414
ptr - 1415
ptr - 1416
ptr - 1417
array - 1157 678 12
ptr - 22
array - 127 678 12
ptr - 23
array - 215 678 3
array - 678 678 12
ptr - 1418
ptr - 1419
typedef wait_queue_head_t 219
ptr - 1420
array - 780 678 0
ptr - 1421
ptr - 1422
typedef umode_t 725
ptr - 1423
typedef atomic_long_t 682
typedef kgid_t 226
typedef kernel_cap_t 227
int unsigned+char 1 0 8
ptr - 1424
ptr - 1425
ptr - 1426
ptr - 1427
array - 165 678 4
array - 230 678 0
ptr - 1428
ptr - 1429
ptr - 1430
ptr - 1431
ptr - 1432
ptr - 1433
ptr - 1434
typedef fmode_t 699
ptr - 1435
ptr - 28
ptr - 1436
typedef loff_t 1437
typedef errseq_t 671
typedef file_ref_t 236
ptr - 1438
ptr - 1439
ptr - 1440
typedef dev_t 1441
typedef time64_t 1442
enum rw_hint WRITE_LIFE_NOT_SET=0 WRITE_LIFE_NONE=1 WRITE_LIFE_SHORT=2 WRITE_LIFE_MEDIUM=3 WRITE_LIFE_LONG=4 WRITE_LIFE_EXTREME=5 WRITE_LIFE_HINT_NR=6
typedef blkcnt_t 676
enum inode_state_flags_t I_NEW=1 I_SYNC=2 I_LRU_ISOLATING=4 I_DIRTY_SYNC=16 I_DIRTY_DATASYNC=32 I_DIRTY_PAGES=64 I_WILL_FREE=128 I_FREEING=256 I_CLEAR=512 I_REFERENCED=1024 I_LINKABLE=2048 I_DIRTY_TIME=4096 I_WB_SWITCH=8192 I_OVL_INUSE=16384 I_CREATING=32768 I_DONTCACHE=65536 I_SYNC_QUEUED=131072 I_PINNING_NETFS_WB=262144
ptr - 1443
ptr - 1444
typedef __u32 699
ptr - 1445
ptr - 29
ptr - 1446
ptr - 1447
ptr - 33
array - 1326 678 48
typedef __u16 725
array - 837 678 0
typedef __u8 797
typedef sk_buff_data_t 699
ptr - 797
ptr - 1448
volatile - 797
ptr - 1449
typedef possible_net_t 276
array - 678 678 0
typedef __s32 678
ptr - 1450
ptr - 1451
ptr - 0
int long+int 8 1 64
ptr - 35
array - 1452 678 2
typedef socket_lock_t 290
typedef netdev_features_t 676
typedef gfp_t 699
typedef rwlock_t 292
typedef ktime_t 1095
ptr - 0
ptr - 1453
ptr - 455
typedef netns_tracker 135
ptr - 444
ptr - 1454
typedef __be32 828
typedef __s16 766
typedef __be16 835
ptr - 1455
ptr - 1456
typedef socket_state 1457
ptr - 27
ptr - 1458
ptr - 1459
ptr - 1460
ptr - 63
ptr - 0
ptr - 1461
ptr - 1462
ptr - 57
ptr - 24
array - 1326 678 256
array - 881 678 2
typedef __u64 1039
array - 881 678 3
array - 881 678 4
array - 828 678 1
typedef pgprot_t 327
ptr - 1463
ptr - 1464
ptr - 1465
ptr - 1466
ptr - 0
ptr - 1467
ptr - 0
enum bpf_prog_type BPF_PROG_TYPE_UNSPEC=0 BPF_PROG_TYPE_SOCKET_FILTER=1 BPF_PROG_TYPE_KPROBE=2 BPF_PROG_TYPE_SCHED_CLS=3 BPF_PROG_TYPE_SCHED_ACT=4 BPF_PROG_TYPE_TRACEPOINT=5 BPF_PROG_TYPE_XDP=6 BPF_PROG_TYPE_PERF_EVENT=7 BPF_PROG_TYPE_CGROUP_SKB=8 BPF_PROG_TYPE_CGROUP_SOCK=9 BPF_PROG_TYPE_LWT_IN=10 BPF_PROG_TYPE_LWT_OUT=11 BPF_PROG_TYPE_LWT_XMIT=12 BPF_PROG_TYPE_SOCK_OPS=13 BPF_PROG_TYPE_SK_SKB=14 BPF_PROG_TYPE_CGROUP_DEVICE=15 BPF_PROG_TYPE_SK_MSG=16 BPF_PROG_TYPE_RAW_TRACEPOINT=17 BPF_PROG_TYPE_CGROUP_SOCK_ADDR=18 BPF_PROG_TYPE_LWT_SEG6LOCAL=19 BPF_PROG_TYPE_LIRC_MODE2=20 BPF_PROG_TYPE_SK_REUSEPORT=21 BPF_PROG_TYPE_FLOW_DISSECTOR=22 BPF_PROG_TYPE_CGROUP_SYSCTL=23 BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE=24 BPF_PROG_TYPE_CGROUP_SOCKOPT=25 BPF_PROG_TYPE_TRACING=26 BPF_PROG_TYPE_STRUCT_OPS=27 BPF_PROG_TYPE_EXT=28 BPF_PROG_TYPE_LSM=29 BPF_PROG_TYPE_SK_LOOKUP=30 BPF_PROG_TYPE_SYSCALL=31 BPF_PROG_TYPE_NETFILTER=32 __MAX_BPF_PROG_TYPE=33
array - 676 678 2
ptr - 1468
enum bpf_attach_type BPF_CGROUP_INET_INGRESS=0 BPF_CGROUP_INET_EGRESS=1 BPF_CGROUP_INET_SOCK_CREATE=2 BPF_CGROUP_SOCK_OPS=3 BPF_SK_SKB_STREAM_PARSER=4 BPF_SK_SKB_STREAM_VERDICT=5 BPF_CGROUP_DEVICE=6 BPF_SK_MSG_VERDICT=7 BPF_CGROUP_INET4_BIND=8 BPF_CGROUP_INET6_BIND=9 BPF_CGROUP_INET4_CONNECT=10 BPF_CGROUP_INET6_CONNECT=11 BPF_CGROUP_INET4_POST_BIND=12 BPF_CGROUP_INET6_POST_BIND=13 BPF_CGROUP_UDP4_SENDMSG=14 BPF_CGROUP_UDP6_SENDMSG=15 BPF_LIRC_MODE2=16 BPF_FLOW_DISSECTOR=17 BPF_CGROUP_SYSCTL=18 BPF_CGROUP_UDP4_RECVMSG=19 BPF_CGROUP_UDP6_RECVMSG=20 BPF_CGROUP_GETSOCKOPT=21 BPF_CGROUP_SETSOCKOPT=22 BPF_TRACE_RAW_TP=23 BPF_TRACE_FENTRY=24 BPF_TRACE_FEXIT=25 BPF_MODIFY_RETURN=26 BPF_LSM_MAC=27 BPF_TRACE_ITER=28 BPF_CGROUP_INET4_GETPEERNAME=29 BPF_CGROUP_INET6_GETPEERNAME=30 BPF_CGROUP_INET4_GETSOCKNAME=31 BPF_CGROUP_INET6_GETSOCKNAME=32 BPF_XDP_DEVMAP=33 BPF_CGROUP_INET_SOCK_RELEASE=34 BPF_XDP_CPUMAP=35 BPF_SK_LOOKUP=36 BPF_XDP=37 BPF_SK_SKB_VERDICT=38 BPF_SK_REUSEPORT_SELECT=39 BPF_SK_REUSEPORT_SELECT_OR_MIGRATE=40 BPF_PERF_EVENT=41 BPF_TRACE_KPROBE_MULTI=42 BPF_LSM_CGROUP=43 BPF_STRUCT_OPS=44 BPF_NETFILTER=45 BPF_TCX_INGRESS=46 BPF_TCX_EGRESS=47 BPF_TRACE_UPROBE_MULTI=48 BPF_CGROUP_UNIX_CONNECT=49 BPF_CGROUP_UNIX_SENDMSG=50 BPF_CGROUP_UNIX_RECVMSG=51 BPF_CGROUP_UNIX_GETPEERNAME=52 BPF_CGROUP_UNIX_GETSOCKNAME=53 BPF_NETKIT_PRIMARY=54 BPF_NETKIT_PEER=55 BPF_TRACE_KPROBE_SESSION=56 BPF_TRACE_UPROBE_SESSION=57 __MAX_BPF_ATTACH_TYPE=58
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 1469
ptr - 1470
ptr - 671
ptr - 1471
ptr - 1472
ptr - 1473
ptr - 1474
array - 1326 678 56
ptr - 828
ptr - 1475
ptr - 1476
ptr - 1477
typedef s16 864
array - 334 678 16
array - 1478 678 2
ptr - 1479
ptr - 1480
ptr - 1481
ptr - 66
ptr - 1482
ptr - 1483
ptr - 1484
ptr - 1485
typedef xdp_features_t 671
ptr - 1486
ptr - 1487
ptr - 1488
ptr - 1489
ptr - 1490
ptr - 1491
array - 797 678 32
ptr - 1492
ptr - 1493
ptr - 1494
ptr - 1495
ptr - 1496
ptr - 1497
array - 165 678 16
ptr - 0
enum netdev_ml_priv_type ML_PRIV_NONE=0 ML_PRIV_CAN=1
enum netdev_stat_type NETDEV_PCPU_STAT_NONE=0 NETDEV_PCPU_STAT_LSTATS=1 NETDEV_PCPU_STAT_TSTATS=2 NETDEV_PCPU_STAT_DSTATS=3
array - 975 678 5
ptr - 1498
ptr - 1499
ptr - 1500
ptr - 1501
ptr - 1502
array - 686 678 16
ptr - 1503
ptr - 1504
ptr - 1505
ptr - 1506
ptr - 1507
ptr - 1508
ptr - 1509
ptr - 1510
ptr - 1511
array - 372 678 3
typedef netdevice_tracker 135
ptr - 1512
ptr - 1513
ptr - 1514
ptr - 1515
array - 165 678 2
ptr - 1516
array - 686 678 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 373
ptr - 1517
ptr - 0
ptr - 67
ptr - 1518
ptr - 1519
ptr - 1520
ptr - 18
ptr - 0
ptr - 951
ptr - 1521
ptr - 1522
ptr - 1523
ptr - 1524
ptr - 1525
ptr - 673
ptr - 1526
array - 673 678 2
ptr - 0
ptr - 1527
ptr - 1528
ptr - 1529
ptr - 1530
ptr - 1531
ptr - 674
ptr - 1532
ptr - 1533
array - 382 678 2
ptr - 1534
array - 385 678 2
array - 730 678 4
ptr - 1535
ptr - 1536
typedef seqlock_t 388
int long+long+unsigned+int 8 0 64
array - 318 678 16
ptr - 1537
ptr - 1538
array - 390 678 64
array - 72 678 0
enum btf_field_type BPF_SPIN_LOCK=1 BPF_TIMER=2 BPF_KPTR_UNREF=4 BPF_KPTR_REF=8 BPF_KPTR_PERCPU=16 BPF_KPTR=28 BPF_LIST_HEAD=32 BPF_LIST_NODE=64 BPF_RB_ROOT=128 BPF_RB_NODE=256 BPF_GRAPH_NODE=320 BPF_GRAPH_ROOT=160 BPF_REFCOUNT=512 BPF_WORKQUEUE=1024 BPF_UPTR=2048 BPF_RES_SPIN_LOCK=4096 BPF_TASK_WORK=8192
ptr - 1539
ptr - 1540
array - 828 678 5
array - 828 678 4
array - 399 678 2
ptr - 75
typedef u_int32_t 671
ptr - 1541
ptr - 1542
ptr - 1543
ptr - 1544
ptr - 1545
ptr - 1094
ptr - 77
ptr - 1546
enum xfrm_replay_mode XFRM_REPLAY_MODE_LEGACY=0 XFRM_REPLAY_MODE_BMP=1 XFRM_REPLAY_MODE_ESN=2
ptr - 1547
ptr - 1548
ptr - 1549
ptr - 1550
array - 1326 678 14
array - 686 678 2
array - 1326 678 128
array - 686 678 256
ptr - 31
array - 671 678 3
array - 442 678 1
array - 442 678 4
ptr - 1551
ptr - 1552
ptr - 1553
ptr - 451
ptr - 1554
ptr - 1555
ptr - 1556
ptr - 1557
ptr - 1558
typedef wait_queue_entry_t 456
ptr - 1559
ptr - 1560
ptr - 39
ptr - 41
array - 717 678 4
ptr - 1561
array - 881 678 1
array - 686 678 3
typedef s32 845
ptr - 1562
typedef xfrm_address_t 420
typedef s64 1442
typedef arch_spinlock_t 121
ptr - 127
typedef work_func_t 1563
ptr - 0
array - 674 678 0
ptr - 1564
typedef del_from_htab_func 1565
ptr - 143
ptr - 1566
array - 127 678 3
array - 699 678 2
ptr - 1092
ptr - 1567
ptr - 158
enum bpf_struct_ops_state BPF_STRUCT_OPS_STATE_INIT=0 BPF_STRUCT_OPS_STATE_INUSE=1 BPF_STRUCT_OPS_STATE_TOBEFREE=2 BPF_STRUCT_OPS_STATE_READY=3
ptr - 154
ptr - 156
ptr - 1568
ptr - 161
ptr - 1569
ptr - 1371
typedef dl_server_pick_f 1570
ptr - 176
ptr - 0
typedef clockid_t 1571
enum timespec_type TT_NONE=0 TT_NATIVE=1 TT_COMPAT=2
ptr - 1572
ptr - 1573
ptr - 1574
ptr - 1118
array - 179 678 3
ptr - 1575
array - 717 678 1
typedef uid_t 1253
ptr - 1576
ptr - 189
array - 717 678 16
typedef seqcount_t 193
ptr - 1577
ptr - 1578
array - 202 678 3
array - 1579 678 4
ptr - 1580
ptr - 1581
ptr - 1582
ptr - 1583
ptr - 699
typedef vm_flags_t 717
array - 717 678 56
array - 144 678 4
ptr - 1584
typedef mm_context_t 209
typedef mm_flags_t 210
ptr - 1585
ptr - 1586
typedef mm_id_t 699
ptr - 1587
ptr - 1588
ptr - 1589
ptr - 1590
ptr - 1591
ptr - 212
ptr - 1592
ptr - 1593
array - 1164 678 38
array - 165 678 38
array - 686 678 38
array - 676 678 38
ptr - 1594
ptr - 1595
ptr - 1596
ptr - 1597
typedef gid_t 1598
ptr - 1599
const - 30
typedef freeptr_t 235
const - 699
ptr - 0
ptr - 1600
ptr - 1601
ptr - 244
ptr - 1176
const - 246
array - 797 678 40
array - 717 678 5
ptr - 787
ptr - 0
typedef __wsum 828
typedef __addrpair 881
array - 835 678 2
typedef __portpair 828
array - 837 678 16
array - 865 678 8
array - 863 678 4
ptr - 1602
ptr - 281
ptr - 1191
ptr - 311
typedef arch_rwlock_t 293
ptr - 1603
typedef dscp_t 686
typedef __be64 881
ptr - 1604
typedef __kernel_ulong_t 717
typedef pgprotval_t 717
const - 1143
ptr - 1605
ptr - 1606
ptr - 1607
ptr - 1608
ptr - 363
ptr - 1609
ptr - 1610
ptr - 1611
ptr - 1612
ptr - 1613
ptr - 676
ptr - 1614
ptr - 1615
ptr - 1616
ptr - 1617
ptr - 1618
ptr - 1619
ptr - 975
ptr - 0
ptr - 1620
ptr - 1621
ptr - 1622
enum device_removable DEVICE_REMOVABLE_NOT_SUPPORTED=0 DEVICE_REMOVABLE_UNKNOWN=1 DEVICE_FIXED=2 DEVICE_REMOVABLE=3
ptr - 364
ptr - 1623
enum dl_dev_state DL_DEV_NO_DRIVER=0 DL_DEV_PROBING=1 DL_DEV_DRIVER_BOUND=2 DL_DEV_UNBINDING=3
typedef pm_message_t 369
ptr - 1624
enum rpm_request RPM_REQ_NONE=0 RPM_REQ_IDLE=1 RPM_REQ_SUSPEND=2 RPM_REQ_AUTOSUSPEND=3 RPM_REQ_RESUME=4
enum rpm_status RPM_INVALID=-1 RPM_ACTIVE=0 RPM_RESUMING=1 RPM_SUSPENDED=2 RPM_SUSPENDING=3 RPM_BLOCKED=4
ptr - 1625
ptr - 0
ptr - 1626
ptr - 1627
ptr - 1628
ptr - 1629
array - 686 678 8
array - 377 678 0
array - 379 678 0
array - 1326 678 512
array - 158 678 2
typedef __sighandler_t 1630
typedef __sigrestore_t 1631
typedef btf_dtor_kfunc_t 1632
ptr - 1633
ptr - 1634
typedef u_int16_t 707
typedef u_int8_t 686
enum sctp_conntrack SCTP_CONNTRACK_NONE=0 SCTP_CONNTRACK_CLOSED=1 SCTP_CONNTRACK_COOKIE_WAIT=2 SCTP_CONNTRACK_COOKIE_ECHOED=3 SCTP_CONNTRACK_ESTABLISHED=4 SCTP_CONNTRACK_SHUTDOWN_SENT=5 SCTP_CONNTRACK_SHUTDOWN_RECD=6 SCTP_CONNTRACK_SHUTDOWN_ACK_SENT=7 SCTP_CONNTRACK_HEARTBEAT_SENT=8 SCTP_CONNTRACK_HEARTBEAT_ACKED=9 SCTP_CONNTRACK_MAX=10
array - 863 678 2
array - 414 678 2
typedef __kernel_uid32_t 699
ptr - 1635
ptr - 1636
ptr - 1637
ptr - 1638
ptr - 1639
ptr - 1640
ptr - 0
array - 676 678 13
ptr - 1641
array - 437 678 3
ptr - 1642
ptr - 1643
ptr - 1644
ptr - 1645
ptr - 0
ptr - 0
ptr - 0
ptr - 1646
typedef wait_queue_func_t 1647
typedef sa_family_t 1648
array - 671 678 4
array - 694 678 2
ptr - 1649
ptr - 1650
ptr - 1134
ptr - 0
typedef phys_addr_t 676
ptr - 1651
ptr - 45
ptr - 56
ptr - 1652
ptr - 99
ptr - 100
ptr - 1653
ptr - 1654
ptr - 76
ptr - 402
enum nf_nat_manip_type NF_NAT_MANIP_SRC=0 NF_NAT_MANIP_DST=1
ptr - 1655
ptr - 74
ptr - 101
ptr - 1656
ptr - 102
ptr - 1657
ptr - 103
ptr - 104
ptr - 105
ptr - 1658
ptr - 106
ptr - 107
ptr - 108
ptr - 109
ptr - 110
ptr - 111
ptr - 52
ptr - 51
ptr - 1659
ptr - 1170
ptr - 53
ptr - 54
ptr - 568
ptr - 1660
ptr - 50
enum pid_type PIDTYPE_PID=0 PIDTYPE_TGID=1 PIDTYPE_PGID=2 PIDTYPE_SID=3 PIDTYPE_MAX=4
ptr - 881
ptr - 112
ptr - 113
ptr - 114
ptr - 115
ptr - 1661
ptr - 32
ptr - 116
int char 1 0 8
ptr - 48
typedef bpf_task_work_callback_t 901
ptr - 47
ptr - 608
ptr - 117
ptr - 1662
ptr - 1663
ptr - 865
ptr - 707
ptr - 618
ptr - 620
ptr - 40
ptr - 622
ptr - 624
ptr - 626
ptr - 37
ptr - 628
ptr - 58
enum hrtimer_mode HRTIMER_MODE_ABS=0 HRTIMER_MODE_REL=1 HRTIMER_MODE_PINNED=2 HRTIMER_MODE_SOFT=4 HRTIMER_MODE_HARD=8 HRTIMER_MODE_ABS_PINNED=2 HRTIMER_MODE_REL_PINNED=3 HRTIMER_MODE_ABS_SOFT=4 HRTIMER_MODE_REL_SOFT=5 HRTIMER_MODE_ABS_PINNED_SOFT=6 HRTIMER_MODE_REL_PINNED_SOFT=7 HRTIMER_MODE_ABS_HARD=8 HRTIMER_MODE_REL_HARD=9 HRTIMER_MODE_ABS_PINNED_HARD=10 HRTIMER_MODE_REL_PINNED_HARD=11
ptr - 631
ptr - 856
ptr - 633
ptr - 635
ptr - 59
ptr - 638
ptr - 641
ptr - 1664
ptr - 643
ptr - 645
ptr - 129
ptr - 648
enum skb_drop_reason SKB_NOT_DROPPED_YET=0 SKB_CONSUMED=1 SKB_DROP_REASON_NOT_SPECIFIED=2 SKB_DROP_REASON_NO_SOCKET=3 SKB_DROP_REASON_SOCKET_CLOSE=4 SKB_DROP_REASON_SOCKET_FILTER=5 SKB_DROP_REASON_SOCKET_RCVBUFF=6 SKB_DROP_REASON_UNIX_DISCONNECT=7 SKB_DROP_REASON_UNIX_SKIP_OOB=8 SKB_DROP_REASON_PKT_TOO_SMALL=9 SKB_DROP_REASON_TCP_CSUM=10 SKB_DROP_REASON_UDP_CSUM=11 SKB_DROP_REASON_NETFILTER_DROP=12 SKB_DROP_REASON_OTHERHOST=13 SKB_DROP_REASON_IP_CSUM=14 SKB_DROP_REASON_IP_INHDR=15 SKB_DROP_REASON_IP_RPFILTER=16 SKB_DROP_REASON_UNICAST_IN_L2_MULTICAST=17 SKB_DROP_REASON_XFRM_POLICY=18 SKB_DROP_REASON_IP_NOPROTO=19 SKB_DROP_REASON_PROTO_MEM=20 SKB_DROP_REASON_TCP_AUTH_HDR=21 SKB_DROP_REASON_TCP_MD5NOTFOUND=22 SKB_DROP_REASON_TCP_MD5UNEXPECTED=23 SKB_DROP_REASON_TCP_MD5FAILURE=24 SKB_DROP_REASON_TCP_AONOTFOUND=25 SKB_DROP_REASON_TCP_AOUNEXPECTED=26 SKB_DROP_REASON_TCP_AOKEYNOTFOUND=27 SKB_DROP_REASON_TCP_AOFAILURE=28 SKB_DROP_REASON_SOCKET_BACKLOG=29 SKB_DROP_REASON_TCP_FLAGS=30 SKB_DROP_REASON_TCP_ABORT_ON_DATA=31 SKB_DROP_REASON_TCP_ZEROWINDOW=32 SKB_DROP_REASON_TCP_OLD_DATA=33 SKB_DROP_REASON_TCP_OVERWINDOW=34 SKB_DROP_REASON_TCP_OFOMERGE=35 SKB_DROP_REASON_TCP_RFC7323_PAWS=36 SKB_DROP_REASON_TCP_RFC7323_PAWS_ACK=37 SKB_DROP_REASON_TCP_RFC7323_TW_PAWS=38 SKB_DROP_REASON_TCP_RFC7323_TSECR=39 SKB_DROP_REASON_TCP_LISTEN_OVERFLOW=40 SKB_DROP_REASON_TCP_OLD_SEQUENCE=41 SKB_DROP_REASON_TCP_INVALID_SEQUENCE=42 SKB_DROP_REASON_TCP_INVALID_END_SEQUENCE=43 SKB_DROP_REASON_TCP_INVALID_ACK_SEQUENCE=44 SKB_DROP_REASON_TCP_RESET=45 SKB_DROP_REASON_TCP_INVALID_SYN=46 SKB_DROP_REASON_TCP_CLOSE=47 SKB_DROP_REASON_TCP_FASTOPEN=48 SKB_DROP_REASON_TCP_OLD_ACK=49 SKB_DROP_REASON_TCP_TOO_OLD_ACK=50 SKB_DROP_REASON_TCP_ACK_UNSENT_DATA=51 SKB_DROP_REASON_TCP_OFO_QUEUE_PRUNE=52 SKB_DROP_REASON_TCP_OFO_DROP=53 SKB_DROP_REASON_IP_OUTNOROUTES=54 SKB_DROP_REASON_BPF_CGROUP_EGRESS=55 SKB_DROP_REASON_IPV6DISABLED=56 SKB_DROP_REASON_NEIGH_CREATEFAIL=57 SKB_DROP_REASON_NEIGH_FAILED=58 SKB_DROP_REASON_NEIGH_QUEUEFULL=59 SKB_DROP_REASON_NEIGH_DEAD=60 SKB_DROP_REASON_NEIGH_HH_FILLFAIL=61 SKB_DROP_REASON_TC_EGRESS=62 SKB_DROP_REASON_SECURITY_HOOK=63 SKB_DROP_REASON_QDISC_DROP=64 SKB_DROP_REASON_QDISC_OVERLIMIT=65 SKB_DROP_REASON_QDISC_CONGESTED=66 SKB_DROP_REASON_CAKE_FLOOD=67 SKB_DROP_REASON_FQ_BAND_LIMIT=68 SKB_DROP_REASON_FQ_HORIZON_LIMIT=69 SKB_DROP_REASON_FQ_FLOW_LIMIT=70 SKB_DROP_REASON_CPU_BACKLOG=71 SKB_DROP_REASON_XDP=72 SKB_DROP_REASON_TC_INGRESS=73 SKB_DROP_REASON_UNHANDLED_PROTO=74 SKB_DROP_REASON_SKB_CSUM=75 SKB_DROP_REASON_SKB_GSO_SEG=76 SKB_DROP_REASON_SKB_UCOPY_FAULT=77 SKB_DROP_REASON_DEV_HDR=78 SKB_DROP_REASON_DEV_READY=79 SKB_DROP_REASON_FULL_RING=80 SKB_DROP_REASON_NOMEM=81 SKB_DROP_REASON_HDR_TRUNC=82 SKB_DROP_REASON_TAP_FILTER=83 SKB_DROP_REASON_TAP_TXFILTER=84 SKB_DROP_REASON_ICMP_CSUM=85 SKB_DROP_REASON_INVALID_PROTO=86 SKB_DROP_REASON_IP_INADDRERRORS=87 SKB_DROP_REASON_IP_INNOROUTES=88 SKB_DROP_REASON_IP_LOCAL_SOURCE=89 SKB_DROP_REASON_IP_INVALID_SOURCE=90 SKB_DROP_REASON_IP_LOCALNET=91 SKB_DROP_REASON_IP_INVALID_DEST=92 SKB_DROP_REASON_PKT_TOO_BIG=93 SKB_DROP_REASON_DUP_FRAG=94 SKB_DROP_REASON_FRAG_REASM_TIMEOUT=95 SKB_DROP_REASON_FRAG_TOO_FAR=96 SKB_DROP_REASON_TCP_MINTTL=97 SKB_DROP_REASON_IPV6_BAD_EXTHDR=98 SKB_DROP_REASON_IPV6_NDISC_FRAG=99 SKB_DROP_REASON_IPV6_NDISC_HOP_LIMIT=100 SKB_DROP_REASON_IPV6_NDISC_BAD_CODE=101 SKB_DROP_REASON_IPV6_NDISC_BAD_OPTIONS=102 SKB_DROP_REASON_IPV6_NDISC_NS_OTHERHOST=103 SKB_DROP_REASON_QUEUE_PURGE=104 SKB_DROP_REASON_TC_COOKIE_ERROR=105 SKB_DROP_REASON_PACKET_SOCK_ERROR=106 SKB_DROP_REASON_TC_CHAIN_NOTFOUND=107 SKB_DROP_REASON_TC_RECLASSIFY_LOOP=108 SKB_DROP_REASON_VXLAN_INVALID_HDR=109 SKB_DROP_REASON_VXLAN_VNI_NOT_FOUND=110 SKB_DROP_REASON_MAC_INVALID_SOURCE=111 SKB_DROP_REASON_VXLAN_ENTRY_EXISTS=112 SKB_DROP_REASON_NO_TX_TARGET=113 SKB_DROP_REASON_IP_TUNNEL_ECN=114 SKB_DROP_REASON_TUNNEL_TXINFO=115 SKB_DROP_REASON_LOCAL_MAC=116 SKB_DROP_REASON_ARP_PVLAN_DISABLE=117 SKB_DROP_REASON_MAC_IEEE_MAC_CONTROL=118 SKB_DROP_REASON_BRIDGE_INGRESS_STP_STATE=119 SKB_DROP_REASON_CAN_RX_INVALID_FRAME=120 SKB_DROP_REASON_CANFD_RX_INVALID_FRAME=121 SKB_DROP_REASON_CANXL_RX_INVALID_FRAME=122 SKB_DROP_REASON_PFMEMALLOC=123 SKB_DROP_REASON_DUALPI2_STEP_DROP=124 SKB_DROP_REASON_PSP_INPUT=125 SKB_DROP_REASON_PSP_OUTPUT=126 SKB_DROP_REASON_RECURSION_LIMIT=127 SKB_DROP_REASON_MAX=128 SKB_DROP_REASON_SUBSYS_MASK=-65536
ptr - 650
ptr - 652
ptr - 655
ptr - 657
ptr - 1665
ptr - 1666
ptr - 659
func_proto - 678 meta:1087 task:718
func_proto - 678 meta:1087 map:673
func_proto - 678 meta:1087 prog:951
func_proto - 678 meta:1087 map:673 key:674 value:674
func_proto - 678 meta:1087 task:718 fd:671 file:869
struct rq 3584
typedef irq_cpustat_t 1667
const - 61
int _Bool 1 4 8
ptr - 1668
ptr - 1669
typedef __kernel_size_t 1199
ptr - 1670
ptr - 1671
ptr - 1672
const - 476
ptr - 380
const - 1673
struct task_group 704
const - 724
struct rcu_node 704
typedef __kernel_pid_t 678
struct completion 32
const - 24
struct key 216
struct nameidata 240
struct fs_struct 56
struct files_struct 704
struct io_uring_task 320
struct audit_context 1056
struct rt_mutex_waiter 112
struct bio_list 16
struct blk_plug 64
struct reclaim_state 8
struct io_context 88
struct capture_control 16
typedef kernel_siginfo_t 1674
struct compat_robust_list_head 12
struct futex_pi_state 88
struct perf_event_context 224
struct perf_ctx_data 40
struct mempolicy 288
struct numa_group 56
struct rseq 32
struct pipe_inode_info 176
struct task_delay_info 256
struct mem_cgroup 2176
struct gendisk 568
struct uprobe_task 128
struct bpf_local_storage 176
struct bpf_run_ctx 0
struct bpf_net_context 112
struct cgroup_root 6528
struct cgroup_rstat_base_cpu 128
struct psi_group 720
const - 1326
const - 0
struct kernfs_iattrs 80
struct user_struct 128
struct user_namespace 672
struct ucounts 184
struct group_info 8
struct uts_namespace 488
struct ipc_namespace 1200
struct mnt_namespace 200
struct pid_namespace 344
struct net 4288
struct time_namespace 144
struct cgroup_namespace 104
const - 1675
struct fown_struct 40
typedef __kernel_loff_t 1676
struct posix_acl 24
const - 1677
struct super_block 1472
typedef __kernel_dev_t 671
typedef __s64 1676
struct bdi_writeback 800
struct file_lock_context 56
struct fsnotify_mark_connector 24
const - 1678
struct vfsmount 32
struct skb_ext 8
struct proto 448
struct dst_entry 136
struct sk_filter 32
ptr - 1679
struct sock_reuseport 48
struct ipv6_fl_socklist 32
struct ip_options_rcu 32
struct ip_mc_socklist 48
enum - SS_FREE=0 SS_UNCONNECTED=1 SS_CONNECTING=2 SS_CONNECTED=3 SS_DISCONNECTING=4
const - 1680
struct xdp_rxq_info 64
struct xdp_txq_info 8
const - 1681
const - 27
struct anon_vma 96
const - 1682
struct vma_numab_state 40
struct pfnmap_track_ctx 24
struct hrtimer_clock_base 64
const - 1683
const - 1684
ptr - 1683
struct btf_kfunc_set_tab 2016
struct btf_id_dtor_kfunc_tab 4
struct btf_struct_metas 8
struct btf_struct_ops_tab 8
const - 1685
const - 64
struct netdev_queue 320
ptr - 1686
struct nf_hook_entries 8
struct bpf_mprog_entry 520
struct inet6_dev 1056
struct netdev_rx_queue 192
typedef rx_handler_func_t 0
struct netdev_name_node 64
struct dev_ifalias 16
const - 1687
const - 1688
struct net_device_core_stats 32
const - 1689
const - 1690
const - 1691
struct kset 96
struct in_device 360
const - 797
struct cpu_rmap 16
struct Qdisc 384
struct xdp_dev_bulk_queue 176
const - 1692
const - 1693
const - 1694
const - 1695
const - 1696
struct netprio_map 24
struct phy_link_topology 24
struct phy_device 1408
fwd sfp_bus 0
struct lock_class_key 0
const - 1697
struct udp_tunnel_nic 144
struct netdev_config 8
struct ethtool_netdev_state 56
struct rtnl_hw_stats64 72
struct devlink_port 288
struct dim_irq_moder 40
struct napi_config 64
struct hwtstamp_provider 40
struct bpf_prog_stats 32
struct sock_fprog_kern 16
struct bpf_ctx_arg_aux 32
struct bpf_trampoline 184
struct bpf_jit_poke_descriptor 56
struct bpf_kfunc_desc_tab 12296
struct bpf_kfunc_btf_tab 6152
const - 1698
const - 1649
struct btf_mod_pair 16
struct bpf_token 88
struct bpf_prog_offload 72
struct bpf_func_info 8
struct bpf_func_info_aux 4
struct bpf_line_info 16
struct module 768
struct exception_table_entry 12
struct core_state 56
struct tty_struct 656
struct autogroup 72
struct taskstats 560
struct tty_audit_buf 56
struct bpf_mem_caches 2288
struct bpf_mem_cache 208
struct nf_ct_ext 16
struct xfrm_algo_auth 72
struct xfrm_algo 68
struct xfrm_algo_aead 72
struct xfrm_encap_tmpl 24
struct xfrm_replay_state_esn 24
const - 1699
const - 1700
struct xfrm_sec_ctx 8
const - 1701
const - 1702
struct tcp_md5sig_info 24
struct tcp_fastopen_request 56
struct saved_syn 12
struct tcp_md5sig_key 136
const - 1703
struct unix_address 8
struct unix_vertex 72
struct mptcp_data_frag 40
struct mptcp_sched_ops 128
const - 1704
struct sockaddr 16
ptr - 0
struct pcpu_freelist_head 16
ptr - 0
struct bpf_lru_locallist 32
struct bpf_link 88
struct cfs_rq 512
struct rt_rq 1704
ptr - 0
typedef __kernel_clockid_t 678
struct __kernel_timespec 16
struct old_timespec32 8
struct pollfd 8
struct sem_undo_list 24
struct seccomp_filter 224
struct page 64
struct unwind_cache 16
ptr - 1705
struct io_bitmap 8208
typedef pgd_t 1706
struct mm_cid 16
struct futex_private_hash 64
struct linux_binfmt 48
struct kioctx_table 24
struct mmu_notifier_subscriptions 80
struct ldt_struct 16
const - 1707
struct xol_area 48
struct cgroup_subsys 256
struct css_rstat_cpu 32
struct percpu_ref_data 56
struct workqueue_struct 320
struct bpf_prog_array 16
struct kernfs_root 248
const - 1708
struct kernfs_open_node 72
typedef __kernel_gid32_t 699
struct pidfs_attr 32
const - 1709
struct cdev 104
struct inet_timewait_death_row 128
struct ip_options 16
struct fasync_struct 48
struct userfaultfd_ctx 176
struct pcpu_lstats 16
struct pcpu_sw_netstats 32
struct pcpu_dstats 64
struct device_private 216
const - 1710
const - 1711
struct device_driver 144
struct dev_pm_domain 232
const - 1712
struct device_dma_parameters 16
struct io_tlb_mem 112
struct device_node 144
struct fwnode_handle 64
const - 1713
struct iommu_group 224
struct dev_iommu 72
struct device_physical_location 16
const - 1714
struct wake_irq 24
struct pm_subsys_data 64
struct dev_pm_qos 304
struct irq_domain 184
struct msi_device_data 72
struct bpf_xdp_link 104
ptr - 1715
ptr - 1716
ptr - 0
struct bpf_flow_keys 56
struct bpf_sock 80
struct xfrm_address_filter 36
struct inet_bind_bucket 88
struct inet_bind2_bucket 80
const - 1717
const - 1718
const - 1719
struct tcp_fastopen_context 56
struct ipv6_txoptions 64
struct ipv6_mc_socklist 56
struct ipv6_ac_socklist 32
const - 1720
struct udp_prod_queue 64
ptr - 0
typedef __kernel_sa_family_t 725
struct bpf_struct_ops 1816
struct bpf_struct_ops_arg_info 16
type_tag address_space(1) 0
const - 99
const - 78
const - 45
const - 76
struct kmem_cache 8416
const - 676
struct dma_buf 232
const - 1
const - 54
const - 686
const - 101
enum xdp_rss_hash_type XDP_RSS_L3_IPV4=1 XDP_RSS_L3_IPV6=2 XDP_RSS_L3_DYNHDR=4 XDP_RSS_L4=8 XDP_RSS_L4_TCP=16 XDP_RSS_L4_UDP=32 XDP_RSS_L4_SCTP=64 XDP_RSS_L4_IPSEC=128 XDP_RSS_L4_ICMP=256 XDP_RSS_TYPE_NONE=0 XDP_RSS_TYPE_L2=0 XDP_RSS_TYPE_L3_IPV4=1 XDP_RSS_TYPE_L3_IPV6=2 XDP_RSS_TYPE_L3_IPV4_OPT=5 XDP_RSS_TYPE_L3_IPV6_EX=6 XDP_RSS_TYPE_L4_ANY=8 XDP_RSS_TYPE_L4_IPV4_TCP=25 XDP_RSS_TYPE_L4_IPV4_UDP=41 XDP_RSS_TYPE_L4_IPV4_SCTP=73 XDP_RSS_TYPE_L4_IPV4_IPSEC=137 XDP_RSS_TYPE_L4_IPV4_ICMP=265 XDP_RSS_TYPE_L4_IPV6_TCP=26 XDP_RSS_TYPE_L4_IPV6_UDP=42 XDP_RSS_TYPE_L4_IPV6_SCTP=74 XDP_RSS_TYPE_L4_IPV6_IPSEC=138 XDP_RSS_TYPE_L4_IPV6_ICMP=266 XDP_RSS_TYPE_L4_IPV6_TCP_EX=30 XDP_RSS_TYPE_L4_IPV6_UDP_EX=46 XDP_RSS_TYPE_L4_IPV6_SCTP_EX=78
struct irqaction 128
const - 63
const - 66
struct - 64
struct htab_elem 48
struct stack_map_bucket 16
struct bpf_dtab_netdev 64
struct bpf_cpu_map_entry 360
struct xdp_sock 1088
struct sched_class 224
struct kernel_siginfo 48
struct file_operations 272
int long+long+int 8 1 64
struct inode_operations 256
struct dentry_operations 128
struct xfrm_policy 824
struct proto_ops 224
struct seq_operations 32
struct vm_operations_struct 120
struct btf_type 12
struct bpf_iter_seq_info 32
struct net_device_ops 656
struct xps_dev_maps 24
struct xdp_metadata_ops 24
struct xsk_tx_metadata_ops 32
struct ethtool_ops 656
struct l3mdev_ops 32
struct ndisc_ops 40
struct attribute_group 48
struct rtnl_link_ops 232
struct netdev_stat_ops 24
struct netdev_queue_mgmt_ops 48
struct dcbnl_rtnl_ops 424
struct udp_tunnel_nic_info 72
struct bpf_prog_ops 8
struct xfrm_type 56
struct xfrm_type_offload 40
struct xfrm_mode_cbs 88
struct tcp_sock_af_ops 24
struct tcp_request_sock_ops 56
struct bpf_crypto_type 104
struct perf_event 1352
struct - 8
struct vdso_image 104
struct kernfs_ops 104
struct address_space_operations 152
struct device_type 48
struct bus_type 168
struct bus_dma_region 24
struct class 96
struct kobj_type 48
typedef __signalfn_t 0
typedef __restorefn_t 480
struct tcp_congestion_ops 192
struct inet_connection_sock_af_ops 80
struct tcp_ulp_ops 88
struct request_sock_ops 56
func __bpf_trap 480 0
func bpf_arena_alloc_pages 481 0
func bpf_arena_free_pages 482 0
func bpf_arena_reserve_pages 483 0
func bpf_cast_to_kern_ctx 484 0
func bpf_cgroup_acquire 485 0
func bpf_cgroup_ancestor 486 0
func bpf_cgroup_from_id 487 0
func bpf_cgroup_read_xattr 488 0
func bpf_cgroup_release 489 0
func bpf_copy_from_user_dynptr 490 0
func bpf_copy_from_user_str 491 0
func bpf_copy_from_user_str_dynptr 490 0
func bpf_copy_from_user_task_dynptr 492 0
func bpf_copy_from_user_task_str 493 0
func bpf_copy_from_user_task_str_dynptr 492 0
func bpf_cpumask_acquire 494 0
func bpf_cpumask_and 495 0
func bpf_cpumask_any_and_distribute 496 0
func bpf_cpumask_any_distribute 497 0
func bpf_cpumask_clear 498 0
func bpf_cpumask_clear_cpu 499 0
func bpf_cpumask_copy 500 0
func bpf_cpumask_create 501 0
func bpf_cpumask_empty 502 0
func bpf_cpumask_equal 503 0
func bpf_cpumask_first 497 0
func bpf_cpumask_first_and 496 0
func bpf_cpumask_first_zero 497 0
func bpf_cpumask_full 502 0
func bpf_cpumask_intersects 503 0
func bpf_cpumask_or 504 0
func bpf_cpumask_populate 505 0
func bpf_cpumask_release 498 0
func bpf_cpumask_set_cpu 499 0
func bpf_cpumask_setall 498 0
func bpf_cpumask_subset 503 0
func bpf_cpumask_weight 497 0
func bpf_cpumask_xor 504 0
func bpf_crypto_ctx_acquire 506 0
func bpf_crypto_ctx_create 507 0
func bpf_crypto_ctx_release 508 0
func bpf_crypto_decrypt 509 0
func bpf_crypto_encrypt 509 0
func bpf_ct_change_status 510 0
func bpf_ct_change_timeout 511 0
func bpf_ct_insert_entry 512 0
func bpf_ct_release 513 0
func bpf_ct_set_nat_info 514 0
func bpf_ct_set_status 515 0
func bpf_ct_set_timeout 516 0
func bpf_dynptr_adjust 517 0
func bpf_dynptr_clone 518 0
func bpf_dynptr_copy 519 0
func bpf_dynptr_from_skb 520 0
func bpf_dynptr_from_skb_meta 521 0
func bpf_dynptr_from_xdp 522 0
func bpf_dynptr_is_null 523 0
func bpf_dynptr_is_rdonly 523 0
func bpf_dynptr_memset 524 0
func bpf_dynptr_size 525 0
func bpf_dynptr_slice 526 0
func bpf_dynptr_slice_rdwr 526 0
func bpf_get_dentry_xattr 527 0
func bpf_get_file_xattr 528 0
func bpf_get_kmem_cache 529 0
func bpf_get_task_exe_file 530 0
func bpf_iter_bits_destroy 531 0
func bpf_iter_bits_new 532 0
func bpf_iter_bits_next 533 0
func bpf_iter_css_destroy 534 0
func bpf_iter_css_new 535 0
func bpf_iter_css_next 536 0
func bpf_iter_css_task_destroy 537 0
func bpf_iter_css_task_new 538 0
func bpf_iter_css_task_next 539 0
func bpf_iter_dmabuf_destroy 540 0
func bpf_iter_dmabuf_new 541 0
func bpf_iter_dmabuf_next 542 0
func bpf_iter_kmem_cache_destroy 543 0
func bpf_iter_kmem_cache_new 544 0
func bpf_iter_kmem_cache_next 545 0
func bpf_iter_num_destroy 546 0
func bpf_iter_num_new 547 0
func bpf_iter_num_next 548 0
func bpf_iter_task_destroy 549 0
func bpf_iter_task_new 550 0
func bpf_iter_task_next 551 0
func bpf_iter_task_vma_destroy 552 0
func bpf_iter_task_vma_new 553 0
func bpf_iter_task_vma_next 554 0
func bpf_key_put 555 0
func bpf_kfunc_call_memb_release 556 0
func bpf_list_back 557 0
func bpf_list_front 557 0
func bpf_list_pop_back 557 0
func bpf_list_pop_front 557 0
func bpf_list_push_back_impl 558 0
func bpf_list_push_front_impl 558 0
func bpf_local_irq_restore 559 0
func bpf_local_irq_save 559 0
func bpf_lookup_system_key 560 0
func bpf_lookup_user_key 561 0
func bpf_map_sum_elem_count 562 0
func bpf_obj_drop_impl 563 0
func bpf_obj_new_impl 564 0
func bpf_path_d_path 565 0
func bpf_percpu_obj_drop_impl 563 0
func bpf_percpu_obj_new_impl 564 0
func bpf_preempt_disable 480 0
func bpf_preempt_enable 480 0
func bpf_probe_read_kernel_dynptr 490 0
func bpf_probe_read_kernel_str_dynptr 490 0
func bpf_probe_read_user_dynptr 490 0
func bpf_probe_read_user_str_dynptr 490 0
func bpf_put_file 566 0
func bpf_rbtree_add_impl 567 0
func bpf_rbtree_first 569 0
func bpf_rbtree_left 570 0
func bpf_rbtree_remove 570 0
func bpf_rbtree_right 570 0
func bpf_rbtree_root 569 0
func bpf_rcu_read_lock 480 0
func bpf_rcu_read_unlock 480 0
func bpf_rdonly_cast 571 0
func bpf_refcount_acquire_impl 572 0
func bpf_remove_dentry_xattr 573 0
func bpf_res_spin_lock 574 0
func bpf_res_spin_lock_irqsave 575 0
func bpf_res_spin_unlock 576 0
func bpf_res_spin_unlock_irqrestore 577 0
func bpf_send_signal_task 578 0
func bpf_session_cookie 579 0
func bpf_session_is_return 580 0
func bpf_set_dentry_xattr 581 0
func bpf_sk_assign_tcp_reqsk 582 0
func bpf_skb_ct_alloc 583 0
func bpf_skb_ct_lookup 584 0
func bpf_sock_addr_set_sun_path 585 0
func bpf_sock_destroy 586 0
func bpf_sock_ops_enable_tx_tstamp 587 0
func bpf_strcasecmp 588 0
func bpf_strchr 589 0
func bpf_strchrnul 589 0
func bpf_strcmp 588 0
func bpf_strcspn 590 0
func bpf_stream_vprintk_impl 591 0
func bpf_strlen 592 0
func bpf_strnchr 593 0
func bpf_strnlen 594 0
func bpf_strnstr 595 0
func bpf_strrchr 596 0
func bpf_strspn 597 0
func bpf_strstr 588 0
func bpf_task_acquire 598 0
func bpf_task_from_pid 599 0
func bpf_task_from_vpid 600 0
func bpf_task_get_cgroup1 601 0
func bpf_task_release 602 0
func bpf_task_under_cgroup 603 0
func bpf_task_work_schedule_resume_impl 604 0
func bpf_task_work_schedule_signal_impl 604 0
func bpf_throw 605 0
func bpf_wq_init 606 0
func bpf_wq_set_callback_impl 607 0
func bpf_wq_start 609 0
func bpf_xdp_ct_alloc 610 0
func bpf_xdp_ct_lookup 611 0
func bpf_xdp_get_xfrm_state 612 0
func bpf_xdp_metadata_rx_hash 613 0
func bpf_xdp_metadata_rx_timestamp 614 0
func bpf_xdp_metadata_rx_vlan_tag 615 0
func bpf_xdp_pull_data 616 0
func bpf_xdp_xfrm_state_release 617 0
decl_tag bpf_kfunc 1721 -1
decl_tag bpf_kfunc 1722 -1
decl_tag bpf_kfunc 1723 -1
decl_tag bpf_kfunc 1724 -1
decl_tag bpf_kfunc 1725 -1
decl_tag bpf_fastcall 1725 -1
decl_tag bpf_kfunc 1726 -1
decl_tag bpf_kfunc 1727 -1
decl_tag bpf_kfunc 1728 -1
decl_tag bpf_kfunc 1729 -1
decl_tag bpf_kfunc 1730 -1
decl_tag bpf_kfunc 1731 -1
decl_tag bpf_kfunc 1732 -1
decl_tag bpf_kfunc 1733 -1
decl_tag bpf_kfunc 1734 -1
decl_tag bpf_kfunc 1735 -1
decl_tag bpf_kfunc 1736 -1
decl_tag bpf_kfunc 1737 -1
decl_tag bpf_kfunc 1738 -1
decl_tag bpf_kfunc 1739 -1
decl_tag bpf_kfunc 1740 -1
decl_tag bpf_kfunc 1741 -1
decl_tag bpf_kfunc 1742 -1
decl_tag bpf_kfunc 1743 -1
decl_tag bpf_kfunc 1744 -1
decl_tag bpf_kfunc 1745 -1
decl_tag bpf_kfunc 1746 -1
decl_tag bpf_kfunc 1747 -1
decl_tag bpf_kfunc 1748 -1
decl_tag bpf_kfunc 1749 -1
decl_tag bpf_kfunc 1750 -1
decl_tag bpf_kfunc 1751 -1
decl_tag bpf_kfunc 1752 -1
decl_tag bpf_kfunc 1753 -1
decl_tag bpf_kfunc 1754 -1
decl_tag bpf_kfunc 1755 -1
decl_tag bpf_kfunc 1756 -1
decl_tag bpf_kfunc 1757 -1
decl_tag bpf_kfunc 1758 -1
decl_tag bpf_kfunc 1759 -1
decl_tag bpf_kfunc 1760 -1
decl_tag bpf_kfunc 1761 -1
decl_tag bpf_kfunc 1762 -1
decl_tag bpf_kfunc 1763 -1
decl_tag bpf_kfunc 1764 -1
decl_tag bpf_kfunc 1765 -1
decl_tag bpf_kfunc 1766 -1
decl_tag bpf_kfunc 1767 -1
decl_tag bpf_kfunc 1768 -1
decl_tag bpf_kfunc 1769 -1
decl_tag bpf_kfunc 1770 -1
decl_tag bpf_kfunc 1771 -1
decl_tag bpf_kfunc 1772 -1
decl_tag bpf_kfunc 1773 -1
decl_tag bpf_kfunc 1774 -1
decl_tag bpf_kfunc 1775 -1
decl_tag bpf_kfunc 1776 -1
decl_tag bpf_kfunc 1777 -1
decl_tag bpf_kfunc 1778 -1
decl_tag bpf_kfunc 1779 -1
decl_tag bpf_kfunc 1780 -1
decl_tag bpf_kfunc 1781 -1
decl_tag bpf_kfunc 1782 -1
decl_tag bpf_kfunc 1783 -1
decl_tag bpf_kfunc 1784 -1
decl_tag bpf_kfunc 1785 -1
decl_tag bpf_kfunc 1786 -1
decl_tag bpf_kfunc 1787 -1
decl_tag bpf_kfunc 1788 -1
decl_tag bpf_kfunc 1789 -1
decl_tag bpf_kfunc 1790 -1
decl_tag bpf_kfunc 1791 -1
decl_tag bpf_kfunc 1792 -1
decl_tag bpf_kfunc 1793 -1
decl_tag bpf_kfunc 1794 -1
decl_tag bpf_kfunc 1795 -1
decl_tag bpf_kfunc 1796 -1
decl_tag bpf_kfunc 1797 -1
decl_tag bpf_kfunc 1798 -1
decl_tag bpf_kfunc 1799 -1
decl_tag bpf_kfunc 1800 -1
decl_tag bpf_kfunc 1801 -1
decl_tag bpf_kfunc 1802 -1
decl_tag bpf_kfunc 1803 -1
decl_tag bpf_kfunc 1804 -1
decl_tag bpf_kfunc 1805 -1
decl_tag bpf_kfunc 1806 -1
decl_tag bpf_kfunc 1807 -1
decl_tag bpf_kfunc 1808 -1
decl_tag bpf_kfunc 1809 -1
decl_tag bpf_kfunc 1810 -1
decl_tag bpf_kfunc 1811 -1
decl_tag bpf_kfunc 1812 -1
decl_tag bpf_kfunc 1813 -1
decl_tag bpf_kfunc 1814 -1
decl_tag bpf_kfunc 1815 -1
decl_tag bpf_kfunc 1816 -1
decl_tag bpf_kfunc 1817 -1
decl_tag bpf_kfunc 1818 -1
decl_tag bpf_kfunc 1819 -1
decl_tag bpf_kfunc 1820 -1
decl_tag bpf_kfunc 1821 -1
decl_tag bpf_kfunc 1822 -1
decl_tag bpf_kfunc 1823 -1
decl_tag bpf_kfunc 1824 -1
decl_tag bpf_kfunc 1825 -1
decl_tag bpf_kfunc 1826 -1
decl_tag bpf_kfunc 1827 -1
decl_tag bpf_kfunc 1828 -1
decl_tag bpf_kfunc 1829 -1
decl_tag bpf_kfunc 1830 -1
decl_tag bpf_kfunc 1831 -1
decl_tag bpf_kfunc 1832 -1
decl_tag bpf_kfunc 1833 -1
decl_tag bpf_kfunc 1834 -1
decl_tag bpf_kfunc 1835 -1
decl_tag bpf_kfunc 1836 -1
decl_tag bpf_kfunc 1837 -1
decl_tag bpf_kfunc 1838 -1
decl_tag bpf_kfunc 1839 -1
decl_tag bpf_kfunc 1840 -1
decl_tag bpf_kfunc 1841 -1
decl_tag bpf_kfunc 1842 -1
decl_tag bpf_kfunc 1843 -1
decl_tag bpf_kfunc 1844 -1
decl_tag bpf_kfunc 1845 -1
decl_tag bpf_fastcall 1845 -1
decl_tag bpf_kfunc 1846 -1
decl_tag bpf_kfunc 1847 -1
decl_tag bpf_kfunc 1848 -1
decl_tag bpf_kfunc 1849 -1
decl_tag bpf_kfunc 1850 -1
decl_tag bpf_kfunc 1851 -1
decl_tag bpf_kfunc 1852 -1
decl_tag bpf_kfunc 1853 -1
decl_tag bpf_kfunc 1854 -1
decl_tag bpf_kfunc 1855 -1
decl_tag bpf_kfunc 1856 -1
decl_tag bpf_kfunc 1857 -1
decl_tag bpf_kfunc 1858 -1
decl_tag bpf_kfunc 1859 -1
decl_tag bpf_kfunc 1860 -1
decl_tag bpf_kfunc 1861 -1
decl_tag bpf_kfunc 1862 -1
decl_tag bpf_kfunc 1863 -1
decl_tag bpf_kfunc 1864 -1
decl_tag bpf_kfunc 1865 -1
decl_tag bpf_kfunc 1866 -1
decl_tag bpf_kfunc 1867 -1
decl_tag bpf_kfunc 1868 -1
decl_tag bpf_kfunc 1869 -1
decl_tag bpf_kfunc 1870 -1
decl_tag bpf_kfunc 1871 -1
decl_tag bpf_kfunc 1872 -1
decl_tag bpf_kfunc 1873 -1
decl_tag bpf_kfunc 1874 -1
decl_tag bpf_kfunc 1875 -1
decl_tag bpf_kfunc 1876 -1
decl_tag bpf_kfunc 1877 -1
decl_tag bpf_kfunc 1878 -1
decl_tag bpf_kfunc 1879 -1
decl_tag bpf_kfunc 1880 -1
decl_tag bpf_kfunc 1881 -1
decl_tag bpf_kfunc 1882 -1
decl_tag bpf_kfunc 1883 -1
decl_tag bpf_kfunc 1884 -1
decl_tag bpf_kfunc 1885 -1
decl_tag bpf_kfunc 1886 -1
decl_tag bpf_kfunc 1887 -1
decl_tag bpf_kfunc 1888 -1
decl_tag bpf_kfunc 1889 -1
decl_tag bpf_kfunc 1890 -1
decl_tag bpf_kfunc 1891 -1
decl_tag bpf_kfunc 1892 -1
decl_tag bpf_kfunc 1893 -1
decl_tag bpf_kfunc 1894 -1
func bpf_fentry_test1 2082 0
func bpf_fentry_test2 2083 0
func bpf_fentry_test3 2084 0
func bpf_fentry_test4 2085 0
func bpf_fentry_test5 2086 0
func bpf_fentry_test6 2087 0
func bpf_fentry_test7 2088 0
func bpf_fentry_test8 2088 0
func bpf_fentry_test9 2089 0
func bpf_fentry_test10 2090 0
func bpf_modify_return_test 2091 0
func_proto - 678 a:678
func_proto - 678 a:678 b:676
func_proto - 678 a:1326 b:678 c:676
func_proto - 678 a:674 b:1326 c:678 d:676
func_proto - 678 a:676 b:674 c:766 d:678 e:676
func_proto - 678 a:676 b:674 c:766 d:678 e:674 f:676
func_proto - 678 arg:2092
func_proto - 671 a:935
func_proto - 678 a:791
func_proto - 678 a:678 b:733
ptr - 2093
struct bpf_fentry_test_t 8
`;
