/** Types of Linux 6.18.44, written by scripts/record-vmlinux-btf.mjs; the format is described in vmlinux.ts. */
export const VMLINUX_TYPES = `
struct bpf_map 296 sha:714:0 excl:715:256 ops:716:320 inner_map_meta:717:384 security:718:448 map_type:719:512 key_size:715:544 value_size:715:576 max_entries:715:608 map_extra:720:640 map_flags:715:704 id:715:736 record:721:768 numa_node:722:832 btf_key_type_id:715:864 btf_value_type_id:715:896 btf_vmlinux_value_type_id:715:928 btf:723:960 objcg:724:1024 name:725:1088 freeze_mutex:92:1216 refcnt:726:1472 usercnt:726:1536 -:102:1600 writecnt:726:1856 owner_lock:727:1920 owner:728:1984 bypass_spec_v1:729:2048 frozen:729:2056 init_private:730:2064 free_after_mult_rcu_gp:729:2072 free_after_rcu_gp:729:2080 sleepable_refcnt:726:2112 elem_count:731:2176 cookie:720:2240 excl_prog_sha:732:2304
struct bpf_array 312 map:1:0 elem_size:715:2368 index_mask:715:2400 aux:733:2432 -:107:2496
struct bpf_htab 832 map:1:0 ma:112:2368 pcpu_ma:112:2880 buckets:734:3392 elems:718:3456 -:113:3584 extra_elems:735:5632 pcount:119:5696 count:736:6016 use_percpu_counter:729:6048 n_buckets:715:6080 elem_size:715:6112 hashrnd:715:6144
struct bpf_stack_map 320 map:1:0 elems:718:2368 freelist:114:2432 n_buckets:715:2496 buckets:737:2560
struct lpm_trie 400 map:1:0 root:738:2368 ma:112:2432 n_entries:739:2944 max_prefixlen:739:3008 data_size:739:3072 lock:740:3136
struct bpf_dtab 344 map:1:0 netdev_map:741:2368 list:101:2432 dev_index_head:742:2560 index_lock:727:2624 items:743:2656 n_buckets:715:2688
struct bpf_stab 376 map:1:0 sks:744:2368 progs:120:2432 lock:727:2944
struct bpf_shtab 384 map:1:0 buckets:745:2368 buckets_num:715:2432 elem_size:715:2464 progs:120:2496 count:736:3008
struct bpf_cpu_map 304 map:1:0 cpu_map:746:2368
struct xsk_map 304 map:1:0 lock:727:2368 count:736:2400 xsk_map:747:2432
struct bpf_cgroup_storage_map 328 map:1:0 lock:727:2368 root:121:2432 list:101:2496
struct reuseport_array 296 map:1:0 ptrs:748:2368
struct bpf_queue_stack 312 map:1:0 lock:740:2368 head:715:2400 tail:715:2432 size:715:2464 elements:749:2496
struct bpf_local_storage_map 448 map:1:0 buckets:750:2368 bucket_log:715:2432 elem_size:751:2464 cache_idx:751:2480 selem_ma:112:2496 storage_ma:112:3008 bpf_ma:729:3520
struct bpf_struct_ops_map 512 map:1:0 st_ops_desc:752:2368 lock:92:2432 links:753:2688 ksyms:754:2752 funcs_cnt:715:2816 image_pages_cnt:715:2848 image_pages:755:2880 btf:723:3392 uvalue:756:3456 kvalue:122:3584
struct bpf_ringbuf_map 304 map:1:0 rb:757:2368
struct bpf_bloom_filter 312 map:1:0 bitset_mask:715:2368 hash_seed:715:2400 nr_hash_funcs:715:2432 bitset:758:2496
struct bpf_arena 400 map:1:0 user_vm_start:720:2368 user_vm_end:720:2432 kern_vm:759:2496 rt:125:2560 vma_list:101:2816 lock:92:2944
struct task_struct 3264 thread_info:127:0 __state:743:192 saved_state:743:224 stack:718:256 usage:760:320 flags:743:352 ptrace:743:384 on_cpu:722:416 wake_entry:128:448 wakee_flips:743:576 wakee_flip_decay_ts:761:640 last_wakee:762:704 recent_used_cpu:722:768 wake_cpu:722:800 on_rq:722:832 prio:722:864 static_prio:722:896 normal_prio:722:928 rt_priority:743:960 se:131:1024 rt:136:3072 dl:137:3648 dl_server:763:5568 sched_class:764:5632 sched_task_group:765:5696 sched_throttle_work:104:5760 throttle_node:101:5888 throttled:729:6016 stats:139:6144 preempt_notifiers:140:6144 btrace_seq:743:6208 policy:743:6240 max_allowed_capacity:761:6272 nr_cpus_allowed:722:6336 cpus_ptr:766:6400 user_cpus_ptr:767:6464 cpus_mask:768:6528 migration_pending:718:6784 migration_disabled:769:6848 migration_flags:769:6864 rcu_read_lock_nesting:722:6880 rcu_read_unlock_special:141:6912 rcu_node_entry:101:6976 rcu_blocked_node:770:7104 rcu_tasks_nvcsw:761:7168 rcu_tasks_holdout:730:7232 rcu_tasks_idx:730:7240 rcu_tasks_idle_cpu:722:7264 rcu_tasks_holdout_list:101:7296 rcu_tasks_exit_cpu:722:7424 rcu_tasks_exit_list:101:7488 trc_reader_nesting:722:7616 trc_ipi_to_cpu:722:7648 trc_reader_special:141:7680 trc_holdout_list:101:7744 trc_blkd_node:101:7872 trc_blkd_cpu:722:8000 sched_info:143:8064 tasks:101:8448 pushable_tasks:144:8576 pushable_dl_tasks:133:8896 mm:771:9088 active_mm:771:9152 faults_disabled_mapping:772:9216 exit_state:722:9280 exit_code:722:9312 exit_signal:722:9344 pdeath_signal:722:9376 jobctl:761:9408 personality:743:9472 sched_reset_on_fork:743:9504:1 sched_contributes_to_load:743:9505:1 sched_migrated:743:9506:1 sched_task_hot:743:9507:1 sched_remote_wakeup:743:9536:1 sched_rt_mutex:743:9537:1 user_dumpable:743:9538:1 in_execve:743:9539:1 init_private_fork_class:743:9540:4 in_iowait:743:9544:1 restore_sigmask:743:9545:1 in_user_fault:743:9546:1 no_cgroup_migration:743:9547:1 frozen:743:9548:1 use_memdelay:743:9549:1 in_memstall:743:9550:1 in_eventfd:743:9551:1 reported_split_lock:743:9552:1 in_thrashing:743:9553:1 in_nf_duplicate:743:9554:1 atomic_flags:761:9600 restart_block:145:9664 pid:773:10112 tgid:773:10144 stack_canary:761:10176 real_parent:762:10240 parent:762:10304 children:101:10368 sibling:101:10496 group_leader:762:10624 ptraced:101:10688 ptrace_entry:101:10816 thread_pid:774:10944 pid_links:775:11008 thread_node:101:11520 vfork_done:776:11648 set_child_tid:777:11712 clear_child_tid:777:11776 worker_private:718:11840 utime:720:11904 stime:720:11968 gtime:720:12032 prev_cputime:152:12096 nvcsw:761:12288 nivcsw:761:12352 start_time:720:12416 start_boottime:720:12480 min_flt:761:12544 maj_flt:761:12608 posix_cputimers:153:12672 posix_cputimers_work:156:13312 ptracer_cred:778:13760 real_cred:778:13824 cred:778:13888 cached_requested_key:779:13952 comm:725:14016 nameidata:780:14144 sysvsem:157:14208 sysvshm:158:14272 last_switch_count:761:14400 last_switch_time:761:14464 fs:781:14528 files:782:14592 io_uring:783:14656 nsproxy:784:14720 signal:785:14784 sighand:786:14848 blocked:787:14912 real_blocked:787:14976 saved_sigmask:787:15040 pending:160:15104 sas_ss_sp:761:15296 sas_ss_size:739:15360 sas_ss_flags:743:15424 task_works:788:15488 audit_context:789:15552 loginuid:790:15616 sessionid:743:15648 seccomp:162:15680 syscall_dispatch:163:15808 parent_exec_id:720:16064 self_exec_id:720:16128 alloc_lock:727:16192 pi_lock:791:16224 wake_q:164:16256 pi_waiters:126:16320 pi_top_task:762:16448 pi_blocked_on:792:16512 blocked_on:793:16576 blocker:761:16640 journal_info:718:16704 bio_list:794:16768 plug:795:16832 reclaim_state:796:16896 io_context:797:16960 capture_control:798:17024 ptrace_message:761:17088 last_siginfo:799:17152 ioac:165:17216 psi_flags:743:17664 acct_rss_mem1:720:17728 acct_vm_mem1:720:17792 acct_timexpd:720:17856 mems_allowed:800:17920 mems_allowed_seq:801:18944 cpuset_mem_spread_rotor:722:18976 cgroups:802:19008 cg_list:101:19072 robust_list:803:19200 compat_robust_list:804:19264 pi_state_list:101:19328 pi_state_cache:805:19456 futex_exit_mutex:92:19520 futex_state:743:19776 perf_recursion:806:19808 perf_event_ctxp:807:19840 perf_event_mutex:92:19904 perf_event_list:101:20160 perf_ctx_data:808:20288 mempolicy:809:20352 il_prev:810:20416 il_weight:730:20432 pref_node_fork:810:20448 numa_scan_seq:722:20480 numa_scan_period:743:20512 numa_scan_period_max:743:20544 numa_preferred_nid:722:20576 numa_migrate_retry:761:20608 node_stamp:720:20672 last_task_numa_placement:720:20736 last_sum_exec_runtime:720:20800 numa_work:104:20864 numa_group:811:20992 numa_faults:812:21056 total_numa_faults:761:21120 numa_faults_locality:813:21184 numa_pages_migrated:761:21376 rseq:814:21440 rseq_len:715:21504 rseq_sig:715:21536 rseq_event_mask:761:21568 mm_cid:722:21632 last_mm_cid:722:21664 migrate_from_cpu:722:21696 mm_cid_active:722:21728 cid_work:104:21760 tlb_ubc:169:21888 splice_pipe:815:22272 task_frag:171:22336 delays:816:22464 nr_dirtied:722:22528 nr_dirtied_pause:722:22560 dirty_paused_when:761:22592 timer_slack_ns:720:22656 default_timer_slack_ns:720:22720 trace_recursion:761:22784 memcg_in_oom:817:22848 memcg_nr_pages_over_high:743:22912 active_memcg:817:22976 objcg:724:23040 throttle_disk:818:23104 utask:819:23168 kmap_ctrl:172:23232 rcu:104:23232 rcu_users:760:23360 pagefault_disabled:722:23392 oom_reaper_list:762:23424 oom_reaper_timer:59:23488 stack_vm_area:759:23808 stack_refcount:760:23872 security:718:23936 bpf_storage:820:24000 bpf_ctx:821:24064 bpf_net_context:822:24128 kstack_offset:715:24192 l1d_flush_kill:104:24256 unwind_info:173:24384 thread:176:24704
struct mm_struct 1472 -:178:0 cpu_bitmap:758:11776
struct css_set 544 subsys:823:0 refcount:760:768 dom_cset:802:832 dfl_cgrp:824:896 nr_tasks:722:960 tasks:101:1024 mg_tasks:101:1152 dying_tasks:101:1280 task_iters:101:1408 e_cset_node:825:1536 threaded_csets:101:3072 threaded_csets_node:101:3200 hlist:151:3328 cgrp_links:101:3456 mg_src_preload_node:101:3584 mg_dst_preload_node:101:3712 mg_node:101:3840 mg_src_cgrp:824:3968 mg_dst_cgrp:824:4032 mg_dst_cset:802:4096 dead:729:4160 callback_head:104:4224
struct cgroup 2240 self:187:0 flags:761:1664 level:722:1728 max_depth:722:1760 nr_descendants:722:1792 nr_dying_descendants:722:1824 max_descendants:722:1856 nr_populated_csets:722:1888 nr_populated_domain_children:722:1920 nr_populated_threaded_children:722:1952 nr_threaded_children:722:1984 kill_seq:743:2016 kn:826:2048 procs_file:190:2112 events_file:190:2560 psi_files:827:3008 subtree_control:751:4352 subtree_ss_mask:751:4368 old_subtree_control:751:4384 old_subtree_ss_mask:751:4400 subsys:823:4416 nr_dying_subsys:828:5184 root:829:5568 cset_links:101:5632 e_csets:825:5760 dom_cgrp:824:7296 old_dom_cgrp:824:7360 rstat_base_cpu:830:7424 _pad_:191:7680 last_bstat:192:7680 bstat:192:7936 prev_cputime:152:8192 pidlists:101:8384 pidlist_mutex:92:8512 offline_waitq:831:8768 release_agent_work:103:8960 psi:832:9216 bpf:195:9280 freezer:196:17472 bpf_cgrp_storage:820:17728 ancestors:833:17792
struct kernfs_node 136 count:736:0 active:736:32 __parent:826:64 name:834:128 rb:133:192 ns:835:384 hash:743:448 flags:769:480 mode:836:496 -:197:512 id:720:768 priv:718:832 iattr:837:896 rcu:104:960
struct cred 184 usage:838:0 uid:790:64 gid:839:96 suid:790:128 sgid:839:160 euid:790:192 egid:839:224 fsuid:790:256 fsgid:839:288 securebits:743:320 cap_inheritable:840:384 cap_permitted:840:448 cap_effective:840:512 cap_bset:840:576 cap_ambient:840:640 jit_keyring:841:704 session_keyring:779:768 process_keyring:779:832 thread_keyring:779:896 request_key_auth:779:960 security:718:1024 user:842:1088 user_ns:843:1152 ucounts:844:1216 group_info:845:1280 -:203:1344
struct pid 144 count:760:0 level:743:32 lock:727:64 -:204:128 tasks:846:512 inodes:140:768 wait_pidfd:831:832 rcu:104:1024 numbers:847:1152
struct nsproxy 72 count:760:0 uts_ns:848:64 ipc_ns:849:128 mnt_ns:850:192 pid_ns_for_children:851:256 net_ns:852:320 time_ns:853:384 time_ns_for_children:853:448 cgroup_ns:854:512
struct file 184 f_lock:727:0 f_mode:855:32 f_op:856:64 f_mapping:772:128 private_data:718:192 f_inode:857:256 f_flags:743:320 f_iocb_flags:743:352 f_cred:778:384 f_owner:858:448 -:206:512 -:207:640 f_pos:859:896 f_security:718:960 f_wb_err:860:1024 f_sb_err:860:1056 f_ep:742:1088 -:208:1152 f_ref:861:1408
struct inode 616 i_mode:836:0 i_opflags:769:16 i_uid:790:32 i_gid:839:64 i_flags:743:96 i_acl:862:128 i_default_acl:862:192 i_op:863:256 i_sb:864:320 i_mapping:772:384 i_security:718:448 i_ino:761:512 -:212:576 i_rdev:865:608 i_size:859:640 i_atime_sec:866:704 i_mtime_sec:866:768 i_ctime_sec:866:832 i_atime_nsec:715:896 i_mtime_nsec:715:928 i_ctime_nsec:715:960 i_generation:715:992 i_lock:727:1024 i_bytes:769:1056 i_blkbits:730:1072 i_write_hint:867:1080 i_blocks:868:1088 i_state:869:1152 i_rwsem:182:1216 dirtied_when:761:1536 dirtied_time_when:761:1600 i_hash:151:1664 i_io_list:101:1792 i_wb:870:1920 i_wb_frn_winner:722:1984 i_wb_frn_avg_time:751:2016 i_wb_frn_history:751:2032 i_lru:101:2048 i_kept:129:2176 i_sb_list:101:2240 i_wb_list:101:2368 -:213:2496 i_version:726:2624 i_sequence:726:2688 i_count:736:2752 i_dio_count:736:2784 i_writecount:736:2816 i_readcount:736:2848 -:214:2880 i_flctx:871:2944 i_data:215:3008 -:217:4544 -:218:4672 i_fsnotify_mask:872:4736 i_fsnotify_marks:873:4800 i_private:718:4864
struct dentry 192 d_flags:743:0 d_seq:801:32 d_hash:219:64 d_parent:874:192 -:220:256 d_inode:857:384 d_shortname:224:448 d_op:875:768 d_sb:864:832 d_time:761:896 d_fsdata:718:960 d_lockref:225:1024 -:228:1088 d_sib:151:1216 d_children:140:1344 d_u:229:1408
struct path 16 mnt:876:0 dentry:874:64
struct sk_buff 224 -:230:0 sk:877:192 -:233:256 cb:878:320 -:234:704 _nfct:761:832 len:743:896 data_len:743:928 mac_len:879:960 hdr_len:879:976 queue_mapping:879:992 __cloned_offset:880:1008 cloned:881:1008:1 nohdr:881:1009:1 fclone:881:1010:2 peeked:881:1012:1 head_frag:881:1013:1 pfmemalloc:881:1014:1 pp_recycle:881:1015:1 active_extensions:881:1016 -:236:1024 tail:882:1472 end:882:1504 head:883:1536 data:883:1600 truesize:743:1664 users:760:1696 extensions:884:1728
struct sock_common 136 -:245:0 -:247:64 -:248:96 skc_family:769:128 skc_state:885:144 skc_reuse:841:152:4 skc_reuseport:841:156:1 skc_ipv6only:841:157:1 skc_net_refcnt:841:158:1 skc_bound_dev_if:722:160 -:250:192 skc_prot:886:320 skc_net:887:384 skc_v6_daddr:252:448 skc_v6_rcv_saddr:252:576 skc_cookie:726:704 -:254:768 skc_dontcopy_begin:888:832 -:255:832 skc_tx_queue_mapping:769:960 skc_rx_queue_mapping:769:976 -:257:992 skc_refcnt:760:1024 skc_dontcopy_end:888:1056 -:258:1056
struct sock 784 __sk_common:32:0 __cacheline_group_begin__sock_write_rx:880:1088 sk_drops:736:1088 sk_peek_off:889:1120 sk_error_queue:259:1152 sk_receive_queue:259:1344 sk_backlog:263:1536 __cacheline_group_end__sock_write_rx:880:1728 __cacheline_group_begin__sock_read_rx:880:1728 sk_rx_dst:890:1728 sk_rx_dst_ifindex:722:1792 sk_rx_dst_cookie:715:1824 sk_ll_usec:743:1856 sk_napi_id:743:1888 sk_busy_poll_budget:751:1920 sk_prefer_busy_poll:730:1936 sk_userlocks:730:1944 sk_rcvbuf:722:1952 sk_filter:891:1984 -:264:2048 sk_data_ready:892:2112 sk_rcvtimeo:893:2176 sk_rcvlowat:722:2240 __cacheline_group_end__sock_read_rx:880:2272 __cacheline_group_begin__sock_read_rxtx:880:2272 sk_err:722:2272 sk_socket:894:2304 sk_memcg:817:2368 sk_policy:895:2432 __cacheline_group_end__sock_read_rxtx:880:2560 __cacheline_group_begin__sock_write_rxtx:880:2560 sk_lock:896:2560 sk_reserved_mem:715:2816 sk_forward_alloc:722:2848 sk_tsflags:715:2880 __cacheline_group_end__sock_write_rxtx:880:2912 __cacheline_group_begin__sock_write_tx:880:2912 sk_write_pending:722:2912 sk_omem_alloc:736:2944 sk_err_soft:722:2976 sk_wmem_queued:722:3008 sk_wmem_alloc:760:3040 sk_tsq_flags:761:3072 -:266:3136 sk_write_queue:259:3200 sk_dst_pending_confirm:715:3392 sk_pacing_status:715:3424 sk_frag:171:3456 sk_timer:59:3584 sk_pacing_rate:761:3904 sk_zckey:736:3968 sk_tskey:736:4000 __cacheline_group_end__sock_write_tx:880:4032 __cacheline_group_begin__sock_read_tx:880:4032 sk_max_pacing_rate:761:4032 sk_sndtimeo:893:4096 sk_priority:715:4160 sk_mark:715:4192 sk_uid:790:4224 sk_protocol:751:4256 sk_type:751:4272 sk_dst_cache:890:4288 sk_route_caps:897:4352 sk_gso_type:751:4416 sk_gso_max_segs:751:4432 sk_gso_max_size:743:4448 sk_allocation:898:4480 sk_txhash:715:4512 sk_sndbuf:722:4544 sk_pacing_shift:730:4576 sk_use_task_frag:729:4584 __cacheline_group_end__sock_read_tx:880:4592 sk_gso_disabled:730:4592:1 sk_kern_sock:730:4593:1 sk_no_check_tx:730:4594:1 sk_no_check_rx:730:4595:1 sk_shutdown:730:4600 sk_lingertime:761:4608 sk_prot_creator:886:4672 sk_callback_lock:899:4736 sk_ack_backlog:715:4800 sk_max_ack_backlog:715:4832 sk_ino:761:4864 sk_peer_lock:727:4928 sk_bind_phc:722:4960 sk_peer_pid:774:4992 sk_peer_cred:778:5056 sk_stamp:900:5120 sk_disconnects:722:5184 -:271:5216 sk_clockid:730:5224 sk_txtime_deadline_mode:730:5232:1 sk_txtime_report_errors:730:5233:1 sk_txtime_unused:730:5234:6 sk_bpf_cb_flags:730:5240 sk_user_data:718:5248 sk_security:718:5312 sk_cgrp_data:273:5376 sk_state_change:892:5504 sk_write_space:892:5568 sk_error_report:892:5632 sk_backlog_rcv:901:5696 sk_destruct:892:5760 sk_reuseport_cb:902:5824 sk_bpf_storage:820:5888 sk_drop_counters:903:5952 sk_rcu:104:6016 ns_tracker:904:6144 sk_user_frags:216:6144
struct inet_sock 1016 sk:33:0 pinet6:905:6272 ipv6_fl_list:906:6336 inet_flags:761:6400 inet_saddr:907:6464 uc_ttl:908:6496 inet_sport:909:6512 inet_opt:910:6528 inet_id:736:6592 tos:881:6624 min_ttl:881:6632 mc_ttl:881:6640 pmtudisc:881:6648 rcv_tos:881:6656 convert_csum:881:6664 uc_index:722:6688 mc_index:722:6720 mc_addr:907:6752 local_port_range:715:6784 mc_list:911:6848 cork:274:6912
struct socket 128 state:912:0 type:810:32 flags:761:64 file:913:128 sk:877:192 ops:914:256 wq:286:512
struct xdp_buff 56 data:718:0 data_end:718:64 data_meta:718:128 data_hard_start:718:192 rxq:915:256 txq:916:320 -:287:384
struct pt_regs 168 r15:761:0 r14:761:64 r13:761:128 r12:761:192 bp:761:256 bx:761:320 r11:761:384 r10:761:448 r9:761:512 r8:761:576 ax:761:640 cx:761:704 dx:761:768 si:761:832 di:761:896 orig_ax:761:960 ip:761:1024 -:289:1088 flags:761:1152 sp:761:1216 -:291:1280
struct nf_hook_state 48 hook:730:0 pf:730:8 in:917:64 out:917:128 sk:877:192 net:852:256 okfn:918:320
struct seq_file 120 buf:732:0 size:739:64 from:739:128 count:739:192 pad_until:739:256 index:859:320 read_pos:859:384 lock:92:448 op:919:704 poll_event:722:768 file:920:832 private:718:896
struct linux_binprm 408 vma:921:0 vma_pages:761:64 argmin:761:128 mm:771:192 p:761:256 have_execfd:743:320:1 execfd_creds:743:321:1 secureexec:743:322:1 point_of_no_return:743:323:1 comm_from_dentry:743:324:1 is_check:743:325:1 executable:913:384 interpreter:913:448 file:913:512 cred:922:576 unsafe:722:640 per_clear:743:672 argc:722:704 envc:722:736 filename:834:768 interp:834:832 fdpath:834:896 interp_flags:743:960 execfd:722:992 exec:761:1024 rlim_stack:293:1088 buf:923:1216
struct bpf_iter_meta 24 -:294:0 session_id:720:64 seq_num:720:128
struct bpf_iter__task 16 -:295:0 -:296:64
struct bpf_iter__bpf_map 16 -:295:0 -:297:64
struct bpf_iter__bpf_map_elem 32 -:295:0 -:297:64 -:298:128 -:299:192
struct bpf_dynptr 16 __opaque:924:0
struct bpf_timer 16 __opaque:924:0
struct bpf_wq 16 __opaque:924:0
struct bpf_task_work 8 __opaque:925:0
struct bpf_spin_lock 4 val:872:0
struct bpf_res_spin_lock 4 val:715:0
struct bpf_list_head 16 __opaque:924:0
struct bpf_list_node 24 __opaque:926:0
struct bpf_rb_root 16 __opaque:924:0
struct bpf_rb_node 32 __opaque:927:0
struct bpf_refcount 4 __opaque:928:0
struct bpf_cpumask 40 cpumask:768:0 usage:760:256
struct vm_area_struct 192 -:300:0 vm_mm:771:128 vm_page_prot:929:192 -:303:256 vm_lock_seq:743:320 anon_vma_chain:101:384 anon_vma:930:512 vm_ops:931:576 vm_pgoff:761:640 vm_file:913:704 vm_private_data:718:768 swap_readahead_info:838:832 vm_policy:809:896 numab_state:932:960 vm_refcnt:760:1024 shared:304:1088 vm_userfaultfd_ctx:305:1344 pfnmap_track_ctx:933:1408
struct hrtimer 64 node:138:0 _softexpires:900:256 function:934:320 base:935:384 state:730:448 is_rel:730:456 is_soft:730:464 is_hard:730:472
struct timer_list 40 entry:151:0 expires:761:128 function:936:192 flags:715:256
struct task_struct__safe_rcu 32 cpus_ptr:766:0 cgroups:802:64 real_parent:762:128 group_leader:762:192
struct cgroup__safe_rcu 8 kn:826:0
struct css_set__safe_rcu 8 dfl_cgrp:824:0
struct cgroup_subsys_state__safe_rcu 8 cgroup:824:0
struct mm_struct__safe_rcu_or_null 8 exe_file:913:0
struct sk_buff__safe_rcu_or_null 8 sk:877:0
struct request_sock__safe_rcu_or_null 8 sk:877:0
struct bpf_iter_meta__safe_trusted 8 seq:937:0
struct bpf_iter__task__safe_trusted 16 meta:938:0 task:762:64
struct linux_binprm__safe_trusted 8 file:913:0
struct file__safe_trusted 8 f_inode:857:0
struct dentry__safe_trusted_or_null 8 d_inode:857:0
struct socket__safe_trusted_or_null 8 sk:877:0
struct cpumask 32 bits:939:0
struct bpf_crypto_ctx 48 type:940:0 tfm:718:64 siv_len:715:128 rcu:104:192 usage:760:320
struct xdp_md 24 data:872:0 data_end:872:32 data_meta:872:64 ingress_ifindex:872:96 rx_queue_index:872:128 egress_ifindex:872:160
struct bpf_iter_bits 16 __opaque:924:0
struct bpf_iter_css 24 __opaque:926:0
struct bpf_iter_css_task 8 __opaque:941:0
struct bpf_iter_dmabuf 8 __opaque:941:0
struct bpf_iter_kmem_cache 8 __opaque:941:0
struct bpf_iter_num 8 __opaque:941:0
struct bpf_iter_task 24 __opaque:926:0
struct bpf_iter_task_vma 8 __opaque:941:0
struct bpf_key 16 key:779:0 has_ref:729:64
struct prog_test_member 8 m:306:0 c:722:32
struct bpf_tcp_req_attrs 20 rcv_tsval:715:0 rcv_tsecr:715:32 mss:751:64 rcv_wscale:730:80 snd_wscale:730:88 ecn_ok:730:96 wscale_ok:730:104 sack_ok:730:112 tstamp_ok:730:120 usec_ts_ok:730:128 reserved:942:136
struct bpf_sock_tuple 36 -:307:0
struct bpf_ct_opts 16 netns_id:943:0 error:943:32 l4proto:730:64 dir:730:72 ct_zone_id:751:80 ct_zone_dir:730:96 reserved:942:104
struct bpf_sock_addr_kern 40 sk:877:0 uaddr:944:64 tmp_reg:720:128 t_ctx:718:192 uaddrlen:715:256
struct bpf_sock_ops_kern 64 sk:877:0 -:310:64 syn_skb:945:192 skb:945:256 skb_data_end:718:320 op:730:384 is_fullsock:730:392 is_locked_tcp_sock:730:400 remaining_opt_len:730:408 temp:720:448
struct bpf_xfrm_state_opts 36 error:943:0 netns_id:943:32 mark:715:64 daddr:946:96 spi:907:224 proto:730:256 family:751:272
struct mutex 32 owner:838:0 wait_lock:791:64 osq:100:96 wait_list:101:128
struct - 8 counter:947:0
struct raw_spinlock 4 raw_lock:948:0
struct qspinlock 4 -:96:0
union - 4 val:736:0 -:98:0 -:99:0
struct - 4 counter:722:0
struct - 2 locked:730:0 pending:730:8
struct - 4 locked_pending:751:0 tail:751:16
struct optimistic_spin_queue 4 tail:736:0
struct list_head 16 next:949:0 prev:949:64
union - 32 work:103:0 rcu:104:0
struct work_struct 32 data:838:0 entry:101:64 func:950:192
struct callback_head 16 next:788:0 func:951:64
struct spinlock 4 -:106:0
union - 4 rlock:94:0
union - 0 -:108:0 -:110:0 -:111:0
struct - 0 __empty_value:109:0 value:749:0
struct - 0
struct - 0 __empty_ptrs:109:0 ptrs:952:0
struct - 0 __empty_pptrs:109:0 pptrs:952:0
struct bpf_mem_alloc 64 caches:953:0 cache:954:64 objcg:724:128 percpu:729:192 work:103:256
union - 256 freelist:114:0 lru:115:0
struct pcpu_freelist 8 freelist:955:0
struct bpf_lru 256 -:116:0 del_from_htab:956:1536 del_arg:718:1600 hash_offset:743:1664 target_free:743:1696 nr_scans:743:1728 percpu:729:1760
union - 192 common_lru:117:0 percpu_lru:957:0
struct bpf_common_lru 192 lru_list:118:0 local_list:958:1024
struct bpf_lru_list 128 lists:959:0 counts:960:384 next_inactive_rotation:949:448 lock:740:512
struct percpu_counter 40 lock:791:0 count:947:64 list:101:128 counters:961:256
struct sk_psock_progs 64 msg_parser:962:0 stream_parser:962:64 stream_verdict:962:128 skb_verdict:962:192 msg_parser_link:963:256 stream_parser_link:963:320 stream_verdict_link:963:384 skb_verdict_link:963:448
struct rb_root 8 rb_node:964:0
struct bpf_struct_ops_value 64 common:123:0 data:749:512
struct bpf_struct_ops_common_value 8 refcnt:760:0 state:965:32
struct refcount_struct 4 refs:736:0
struct range_tree 32 it_root:126:0 range_size_root:126:128
struct rb_root_cached 16 rb_root:121:0 rb_leftmost:964:64
struct thread_info 24 flags:761:0 syscall_work:761:64 status:715:128 cpu:715:160
struct __call_single_node 16 llist:129:0 -:130:64 src:751:96 dst:751:112
struct llist_node 8 next:966:0
union - 4 u_flags:743:0 a_flags:736:0
struct sched_entity 256 load:132:0 run_node:133:128 deadline:720:320 min_vruntime:720:384 min_slice:720:448 max_slice:720:512 group_node:101:576 on_rq:841:704 sched_delayed:841:712 rel_deadline:841:720 custom_slice:841:728 exec_start:720:768 sum_exec_runtime:720:832 prev_sum_exec_runtime:720:896 vruntime:720:960 -:134:1024 slice:720:1088 nr_migrations:720:1152 depth:722:1216 parent:967:1280 cfs_rq:968:1344 my_q:968:1408 runnable_weight:761:1472 avg:135:1536
struct load_weight 16 weight:761:0 inv_weight:715:64
struct rb_node 24 __rb_parent_color:761:0 rb_right:964:64 rb_left:964:128
union - 8 vlag:947:0 vprot:720:0
struct sched_avg 64 last_update_time:720:0 load_sum:720:64 runnable_sum:720:128 util_sum:715:192 period_contrib:715:224 load_avg:761:256 runnable_avg:761:320 util_avg:761:384 util_est:743:448
struct sched_rt_entity 72 run_list:101:0 timeout:761:128 watchdog_stamp:761:192 time_slice:743:256 on_rq:769:288 on_list:769:304 back:969:320 parent:969:384 rt_rq:970:448 my_q:970:512
struct sched_dl_entity 240 rb_node:133:0 dl_runtime:720:192 dl_deadline:720:256 dl_period:720:320 dl_bw:720:384 dl_density:720:448 runtime:947:512 deadline:720:576 flags:743:640 dl_throttled:743:672:1 dl_yielded:743:673:1 dl_non_contending:743:674:1 dl_overrun:743:675:1 dl_server:743:676:1 dl_server_active:743:677:1 dl_defer:743:678:1 dl_defer_armed:743:679:1 dl_defer_running:743:680:1 dl_timer:58:704 inactive_timer:58:1216 rq:971:1728 server_pick_task:972:1792 pi_se:763:1856
struct timerqueue_node 32 node:133:0 expires:900:192
struct sched_statistics 0
struct hlist_head 8 first:973:0
union rcu_special 4 b:142:0 s:715:0
struct - 4 blocked:730:0 need_qs:730:8 exp_hint:730:16 need_mb:730:24
struct sched_info 48 pcount:761:0 run_delay:974:64 max_run_delay:974:128 min_run_delay:974:192 last_arrival:974:256 last_queued:974:320
struct plist_node 40 prio:722:0 prio_list:101:64 node_list:101:192
struct restart_block 56 arch_data:761:0 fn:975:64 -:146:128
union - 40 futex:147:0 nanosleep:148:0 poll:150:0
struct - 40 uaddr:976:0 val:715:64 flags:715:96 bitset:715:128 time:720:192 uaddr2:976:256
struct - 24 clockid:977:0 type:978:32 -:149:64 expires:720:128
union - 8 rmtp:979:0 compat_rmtp:980:0
struct - 32 ufds:981:0 nfds:722:64 has_timeout:722:96 tv_sec:761:128 tv_nsec:761:192
struct hlist_node 16 next:973:0 pprev:982:64
struct prev_cputime 24 utime:720:0 stime:720:64 lock:791:128
struct posix_cputimers 80 bases:983:0 timers_active:743:576 expiry_active:743:608
struct posix_cputimer_base 24 nextevt:720:0 tqhead:155:64
struct timerqueue_head 16 rb_root:126:0
struct posix_cputimers_work 56 work:104:0 mutex:92:128 scheduled:743:384
struct sysv_sem 8 undo_list:984:0
struct sysv_shm 16 shm_clist:101:0
struct - 8 sig:985:0
struct sigpending 24 list:101:0 signal:787:128
struct - 4 val:986:0
struct seccomp 16 mode:722:0 filter_count:736:32 filter:987:64
struct syscall_user_dispatch 32 selector:732:0 offset:761:64 len:761:128 on_dispatch:729:192
struct wake_q_node 8 next:988:0
struct task_io_accounting 56 rchar:720:0 wchar:720:64 syscr:720:128 syscw:720:192 read_bytes:720:256 write_bytes:720:320 cancelled_write_bytes:720:384
struct - 128 bits:989:0
struct seqcount_spinlock 4 seqcount:990:0
struct seqcount 4 sequence:743:0
struct tlbflush_unmap_batch 48 arch:170:0 flush_required:729:320 writable:729:328
struct arch_tlbflush_unmap_batch 40 cpumask:73:0 unmapped_pages:729:256
struct page_frag 16 page:991:0 offset:872:64 size:872:96
struct kmap_ctrl 0
struct unwind_task_info 40 unwind_mask:761:0 cache:992:64 work:104:128 id:174:256
union unwind_task_id 8 -:175:0 id:720:0
struct - 8 cpu:715:0 cnt:715:32
struct thread_struct 152 tls_array:993:0 sp:761:192 es:769:256 ds:769:272 fsindex:769:288 gsindex:769:304 fsbase:761:320 gsbase:761:384 ptrace_bps:994:448 virtual_dr6:761:704 ptrace_dr7:761:768 cr2:761:832 trap_nr:761:896 error_code:761:960 io_bitmap:995:1024 iopl_emul:761:1088 iopl_warn:743:1152:1 pkru:715:1184
struct desc_struct 8 limit0:751:0 base0:751:16 base1:751:32:8 type:751:40:4 s:751:44:1 dpl:751:45:2 p:751:47:1 limit1:751:48:4 avl:751:52:1 l:751:53:1 d:751:54:1 g:751:55:1 base2:751:56:8
struct - 1472 -:179:0 mm_mt:180:512 mmap_base:761:640 mmap_legacy_base:761:704 mmap_compat_base:761:768 mmap_compat_legacy_base:761:832 task_size:761:896 pgd:996:960 membarrier_state:736:1024 mm_users:736:1056 pcpu_cid:997:1088 mm_cid_next_scan:761:1152 nr_cpus_allowed:743:1216 max_nr_cid:736:1248 cpus_allowed_lock:791:1280 pgtables_bytes:838:1344 map_count:722:1408 page_table_lock:727:1440 mmap_lock:182:1472 mmlist:101:1792 vma_writer_wait:183:1920 mm_lock_seq:990:1984 futex_hash_lock:92:2048 futex_phash:998:2304 futex_phash_new:998:2368 futex_batches:761:2432 futex_rcu:104:2496 futex_atomic:838:2624 futex_ref:999:2688 hiwater_rss:761:2752 hiwater_vm:761:2816 total_vm:761:2880 locked_vm:761:2944 pinned_vm:726:3008 data_vm:761:3072 exec_vm:761:3136 stack_vm:761:3200 def_flags:1000:3264 write_protect_seq:990:3328 arg_lock:727:3360 start_code:761:3392 end_code:761:3456 start_data:761:3520 end_data:761:3584 start_brk:761:3648 brk:761:3712 start_stack:761:3776 arg_start:761:3840 arg_end:761:3904 env_start:761:3968 env_end:761:4032 saved_auxv:1001:4096 rss_stat:1002:7680 binfmt:1003:8960 context:1004:9024 flags:1005:10176 ioctx_lock:727:10240 ioctx_table:1006:10304 owner:762:10368 user_ns:843:10432 exe_file:913:10496 notifier_subscriptions:1007:10560 numa_next_scan:761:10624 numa_scan_offset:761:10688 numa_scan_seq:722:10752 tlb_flush_pending:736:10784 tlb_flush_batched:736:10816 uprobes_state:186:10880 hugetlb_usage:838:11008 async_put_work:103:11072 ksm_merging_pages:761:11328 ksm_rmap_items:761:11392 ksm_zero_pages:838:11456 mm_id:1008:11520
struct - 64 mm_count:736:0
struct maple_tree 16 -:181:0 ma_flags:743:32 ma_root:718:64
union - 4 ma_lock:727:0
struct rw_semaphore 40 count:838:0 owner:838:64 osq:100:128 wait_lock:791:160 wait_list:101:192
struct rcuwait 8 task:762:0
struct - 144 ctx_id:720:0 tlb_gen:726:64 next_trim_cpumask:761:128 ldt_usr_sem:182:192 ldt:1009:512 flags:761:576 lock:92:640 vdso:718:896 vdso_image:1010:960 perf_rdpmc_allowed:736:1024 pkey_allocation_map:751:1056 execute_only_pkey:1011:1072 global_asid:751:1088 asid_transition:729:1104
struct - 8 __mm_flags:985:0
struct uprobes_state 16 xol_area:1012:0 head_tramps:140:64
struct cgroup_subsys_state 208 cgroup:824:0 ss:1013:64 refcnt:188:128 rstat_cpu:1014:256 sibling:101:320 children:101:448 id:722:576 flags:743:608 serial_nr:720:640 online_cnt:736:704 destroy_work:103:768 destroy_rwork:189:1024 parent:1015:1472 nr_descendants:722:1536 rstat_flush_next:1015:1600
struct percpu_ref 16 percpu_count_ptr:761:0 data:1016:64
struct rcu_work 56 work:103:0 rcu:104:256 wq:1017:384
struct cgroup_file 56 kn:826:0 notified_at:761:64 notify_timer:59:128
struct cacheline_padding 0 x:749:0
struct cgroup_base_stat 32 cputime:193:0 ntime:720:192
struct task_cputime 24 stime:720:0 utime:720:64 sum_exec_runtime:974:128
struct wait_queue_head 24 lock:727:0 head:101:64
struct cgroup_bpf 1024 effective:1018:0 progs:1019:2432 flags:1020:4864 revisions:1021:5184 storages:101:7616 inactive:1022:7744 refcnt:188:7808 release_work:103:7936
struct cgroup_freezer_state 32 freeze:729:0 e_freeze:729:8 nr_frozen_descendants:722:32 nr_frozen_tasks:722:64 freeze_seq:801:96 freeze_start_nsec:720:128 frozen_nsec:720:192
union - 32 dir:198:0 symlink:199:0 attr:200:0
struct kernfs_elem_dir 32 subdirs:761:0 children:121:64 root:1023:128 rev:761:192
struct kernfs_elem_symlink 8 target_kn:826:0
struct kernfs_elem_attr 32 ops:1024:0 open:1025:64 size:859:128 notify_next:826:192
struct - 4 val:1026:0
struct - 8 val:720:0
union - 16 non_rcu:722:0 rcu:104:0
struct - 48 ino:720:0 pidfs_node:133:64 stashed:874:256 attr:1027:320
struct upid 16 nr:722:0 ns:851:64
union - 16 f_path:1028:0 __f_path:30:0
union - 32 f_pos_lock:92:0 f_pipe:720:0
union - 32 f_task_work:104:0 f_llist:129:0 f_ra:209:0 f_freeptr:1029:0
struct file_ra_state 32 start:761:0 size:743:64 async_size:743:96 ra_pages:743:128 order:769:160 mmap_miss:769:176 prev_pos:859:192
struct - 8 v:761:0
struct - 8 refcnt:726:0
union - 4 i_nlink:1030:0 __i_nlink:743:0
union - 16 i_dentry:140:0 i_rcu:104:0
union - 8 i_fop:856:0 free_inode:1031:0
struct address_space 192 host:857:0 i_pages:216:64 invalidate_lock:182:192 gfp_mask:898:512 i_mmap_writable:736:544 i_mmap:126:576 nrpages:761:704 writeback_index:761:768 a_ops:1032:832 flags:761:896 wb_err:860:960 i_private_lock:727:992 i_private_list:101:1024 i_mmap_rwsem:182:1152 i_private_data:718:1472
struct xarray 16 xa_lock:727:0 xa_flags:898:32 xa_head:718:64
union - 16 i_devices:101:0 i_linklen:722:0
union - 8 i_pipe:815:0 i_cdev:1033:0 i_link:732:0 i_dir_seq:743:0
struct hlist_bl_node 16 next:1034:0 pprev:1035:64
union - 16 __d_name:221:0 d_name:1036:0
struct qstr 16 -:222:0 name:1037:64
union - 8 -:223:0 hash_len:720:0
struct - 8 hash:715:0 len:715:32
union shortname_store 40 string:1038:0 words:1039:0
struct lockref 8 -:226:0
union - 8 lock_count:925:0 -:227:0
struct - 8 lock:727:0 count:722:32
union - 16 d_lru:101:0 d_wait:1040:0
union - 16 d_alias:151:0 d_in_lookup_hash:219:0 d_rcu:104:0
union - 24 -:231:0 rbnode:133:0 list:101:0 ll_node:129:0
struct - 24 next:945:0 prev:945:64 -:232:128
union - 8 dev:917:0 dev_scratch:761:0
union - 8 tstamp:900:0 skb_mstamp_ns:720:0
union - 16 -:235:0 tcp_tsorted_anchor:101:0 _sk_redir:761:0
struct - 16 _skb_refdst:761:0 destructor:1041:64
union - 56 -:237:0 headers:237:0
struct - 56 __pkt_type_offset:880:0 pkt_type:881:0:3 ignore_df:881:3:1 dst_pending_confirm:881:4:1 ip_summed:881:5:2 ooo_okay:881:7:1 __mono_tc_offset:880:8 tstamp_type:881:8:2 tc_at_ingress:881:10:1 tc_skip_classify:881:11:1 remcsum_offload:881:12:1 csum_complete_sw:881:13:1 csum_level:881:14:2 inner_protocol_type:881:16:1 l4_hash:881:17:1 sw_hash:881:18:1 no_fcs:881:19:1 encapsulation:881:20:1 encap_hdr_csum:881:21:1 csum_valid:881:22:1 nf_trace:881:23:1 redirected:881:24:1 from_ingress:881:25:1 nf_skip_egress:881:26:1 slow_gro:881:27:1 unreadable:881:28:1 tc_index:879:32 alloc_cpu:751:48 -:238:64 priority:872:96 skb_iif:722:128 hash:872:160 -:240:192 -:242:224 secmark:872:256 -:243:288 -:244:320 inner_transport_header:879:336 inner_network_header:879:352 inner_mac_header:879:368 protocol:909:384 transport_header:879:400 network_header:879:416 mac_header:879:432
union - 4 csum:1042:0 -:239:0
struct - 4 csum_start:879:0 csum_offset:879:16
union - 4 vlan_all:715:0 -:241:0
struct - 4 vlan_proto:909:0 vlan_tci:879:16
union - 4 napi_id:743:0 sender_cpu:743:0
union - 4 mark:872:0 reserved_tailroom:872:0
union - 2 inner_protocol:909:0 inner_ipproto:881:0
union - 8 skc_addrpair:1043:0 -:246:0
struct - 8 skc_daddr:907:0 skc_rcv_saddr:907:32
union - 4 skc_hash:743:0 skc_u16hashes:1044:0
union - 4 skc_portpair:1045:0 -:249:0
struct - 4 skc_dport:909:0 skc_num:879:16
union - 16 skc_bind_node:151:0 skc_portaddr_node:151:0
struct - 8 net:852:0
struct in6_addr 16 in6_u:253:0
union - 16 u6_addr8:1046:0 u6_addr16:1047:0 u6_addr32:1048:0
union - 8 skc_flags:761:0 skc_listener:877:0 skc_tw_dr:1049:0
union - 16 skc_node:151:0 skc_nulls_node:256:0
struct hlist_nulls_node 16 next:1050:0 pprev:1051:64
union - 4 skc_incoming_cpu:722:0 skc_rcv_wnd:715:0 skc_tw_rcv_nxt:715:0
union - 4 skc_rxhash:715:0 skc_window_clamp:715:0 skc_tw_snd_nxt:715:0
struct sk_buff_head 24 -:260:0 qlen:872:128 lock:727:160
union - 16 -:261:0 list:262:0
struct - 16 next:945:0 prev:945:64
struct sk_buff_list 16 next:945:0 prev:945:64
struct - 24 rmem_alloc:736:0 len:722:32 head:945:64 tail:945:128
union - 8 sk_wq:1052:0 sk_wq_raw:1052:0
struct - 32 slock:727:0 owned:722:32 wq:831:64
union - 8 sk_send_head:945:0 tcp_rtx_queue:121:0
struct - 8 raw_lock:1053:0
struct qrwlock 8 -:269:0 wait_lock:948:32
union - 4 cnts:736:0 -:270:0
struct - 4 wlocked:730:0 __lstate:942:8
union - 1 sk_txrehash:730:0 sk_scm_recv_flags:730:0 -:272:0
struct - 1 sk_scm_credentials:730:0:1 sk_scm_security:730:1:1 sk_scm_pidfd:730:2:1 sk_scm_rights:730:3:1 sk_scm_unused:730:4:4
struct sock_cgroup_data 16 cgroup:824:0 classid:715:64 prioidx:751:96
struct inet_cork_full 152 base:275:0 fl:276:512
struct inet_cork 64 flags:743:0 addr:907:32 opt:1054:64 fragsize:743:128 length:722:160 dst:890:192 tx_flags:730:256 ttl:881:264 tos:908:272 priority:715:288 gso_size:879:320 ts_opt_id:715:352 transmit_time:720:384 mark:715:448
struct flowi 88 u:277:0
union - 88 __fl_common:278:0 ip4:280:0 ip6:285:0
struct flowi_common 40 flowic_oif:722:0 flowic_iif:722:32 flowic_l3mdev:722:64 flowic_mark:872:96 flowic_dscp:1055:128 flowic_scope:881:136 flowic_proto:881:144 flowic_flags:881:152 flowic_secid:872:160 flowic_uid:790:192 flowic_multipath_hash:872:224 flowic_tun_key:279:256
struct flowi_tunnel 8 tun_id:1056:0
struct flowi4 56 __fl_common:278:0 saddr:907:320 daddr:907:352 uli:281:384
union flowi_uli 4 ports:282:0 icmpt:283:0 gre_key:907:0 mht:284:0
struct - 4 dport:909:0 sport:909:16
struct - 2 type:881:0 code:881:8
struct - 1 type:881:0
struct flowi6 88 __fl_common:278:0 daddr:252:320 saddr:252:448 flowlabel:907:576 uli:281:608 mp_hash:872:640
struct socket_wq 64 wait:831:0 fasync_list:1057:192 flags:761:256 rcu:104:320
union - 8 -:288:0 frame_sz_flags_init:720:0
struct - 8 frame_sz:715:0 flags:715:32
union - 8 cs:751:0 csx:720:0 fred_cs:290:0
struct fred_cs 8 cs:720:0:16 sl:720:16:2 wfe:720:18:1
union - 8 ss:751:0 ssx:720:0 fred_ss:292:0
struct fred_ss 8 ss:720:0:16 sti:720:16:1 swevent:720:17:1 nmi:720:18:1 vector:720:32:8 type:720:48:4 enclave:720:56:1 lm:720:57:1 nested:720:58:1 insnlen:720:60:4
struct rlimit 16 rlim_cur:1058:0 rlim_max:1058:64
union - 8 seq:937:0
union - 8 meta:938:0
union - 8 task:762:0
union - 8 map:717:0
union - 8 key:718:0
union - 8 value:718:0
union - 16 -:301:0 vm_freeptr:1029:0
struct - 16 vm_start:761:0 vm_end:761:64
struct pgprot 8 pgprot:1059:0
union - 8 vm_flags:1060:0 __vm_flags:1000:0
struct - 32 rb:133:0 rb_subtree_last:761:192
struct vm_userfaultfd_ctx 8 ctx:1061:0
struct prog_test_member1 4 a:722:0
union - 36 ipv4:308:0 ipv6:309:0
struct - 12 saddr:907:0 daddr:907:32 sport:909:64 dport:909:80
struct - 36 saddr:1048:0 daddr:1048:128 sport:909:256 dport:909:272
union - 16 args:1062:0 reply:715:0 replylong:1062:0
union - 16 a4:907:0 a6:1048:0 in6:252:0
func __bpf_trap 1063 0
func bpf_arena_alloc_pages 1064 0
func bpf_arena_free_pages 1065 0
func bpf_arena_reserve_pages 1066 0
func bpf_cast_to_kern_ctx 1067 0
func bpf_cgroup_acquire 1068 0
func bpf_cgroup_ancestor 1069 0
func bpf_cgroup_from_id 1070 0
func bpf_cgroup_read_xattr 1071 0
func bpf_cgroup_release 1072 0
func bpf_copy_from_user_dynptr 1073 0
func bpf_copy_from_user_str 1074 0
func bpf_copy_from_user_str_dynptr 1073 0
func bpf_copy_from_user_task_dynptr 1075 0
func bpf_copy_from_user_task_str 1076 0
func bpf_copy_from_user_task_str_dynptr 1075 0
func bpf_cpumask_acquire 1077 0
func bpf_cpumask_and 1078 0
func bpf_cpumask_any_and_distribute 1079 0
func bpf_cpumask_any_distribute 1080 0
func bpf_cpumask_clear 1081 0
func bpf_cpumask_clear_cpu 1082 0
func bpf_cpumask_copy 1083 0
func bpf_cpumask_create 1084 0
func bpf_cpumask_empty 1085 0
func bpf_cpumask_equal 1086 0
func bpf_cpumask_first 1080 0
func bpf_cpumask_first_and 1079 0
func bpf_cpumask_first_zero 1080 0
func bpf_cpumask_full 1085 0
func bpf_cpumask_intersects 1086 0
func bpf_cpumask_or 1087 0
func bpf_cpumask_populate 1088 0
func bpf_cpumask_release 1081 0
func bpf_cpumask_set_cpu 1082 0
func bpf_cpumask_setall 1081 0
func bpf_cpumask_subset 1086 0
func bpf_cpumask_weight 1080 0
func bpf_cpumask_xor 1087 0
func bpf_crypto_ctx_acquire 1089 0
func bpf_crypto_ctx_create 1090 0
func bpf_crypto_ctx_release 1091 0
func bpf_crypto_decrypt 1092 0
func bpf_crypto_encrypt 1092 0
func bpf_ct_change_status 1093 0
func bpf_ct_change_timeout 1094 0
func bpf_ct_insert_entry 1095 0
func bpf_ct_release 1096 0
func bpf_ct_set_nat_info 1097 0
func bpf_ct_set_status 1098 0
func bpf_ct_set_timeout 1099 0
func bpf_dynptr_adjust 1100 0
func bpf_dynptr_clone 1101 0
func bpf_dynptr_copy 1102 0
func bpf_dynptr_from_skb 1103 0
func bpf_dynptr_from_skb_meta 1104 0
func bpf_dynptr_from_xdp 1105 0
func bpf_dynptr_is_null 1106 0
func bpf_dynptr_is_rdonly 1106 0
func bpf_dynptr_memset 1107 0
func bpf_dynptr_size 1108 0
func bpf_dynptr_slice 1109 0
func bpf_dynptr_slice_rdwr 1109 0
func bpf_get_dentry_xattr 1110 0
func bpf_get_file_xattr 1111 0
func bpf_get_kmem_cache 1112 0
func bpf_get_task_exe_file 1113 0
func bpf_iter_bits_destroy 1114 0
func bpf_iter_bits_new 1115 0
func bpf_iter_bits_next 1116 0
func bpf_iter_css_destroy 1117 0
func bpf_iter_css_new 1118 0
func bpf_iter_css_next 1119 0
func bpf_iter_css_task_destroy 1120 0
func bpf_iter_css_task_new 1121 0
func bpf_iter_css_task_next 1122 0
func bpf_iter_dmabuf_destroy 1123 0
func bpf_iter_dmabuf_new 1124 0
func bpf_iter_dmabuf_next 1125 0
func bpf_iter_kmem_cache_destroy 1126 0
func bpf_iter_kmem_cache_new 1127 0
func bpf_iter_kmem_cache_next 1128 0
func bpf_iter_num_destroy 1129 0
func bpf_iter_num_new 1130 0
func bpf_iter_num_next 1131 0
func bpf_iter_task_destroy 1132 0
func bpf_iter_task_new 1133 0
func bpf_iter_task_next 1134 0
func bpf_iter_task_vma_destroy 1135 0
func bpf_iter_task_vma_new 1136 0
func bpf_iter_task_vma_next 1137 0
func bpf_key_put 1138 0
func bpf_kfunc_call_memb_release 1139 0
func bpf_list_back 1140 0
func bpf_list_front 1140 0
func bpf_list_pop_back 1140 0
func bpf_list_pop_front 1140 0
func bpf_list_push_back_impl 1141 0
func bpf_list_push_front_impl 1141 0
func bpf_local_irq_restore 1142 0
func bpf_local_irq_save 1142 0
func bpf_lookup_system_key 1143 0
func bpf_lookup_user_key 1144 0
func bpf_map_sum_elem_count 1145 0
func bpf_obj_drop_impl 1146 0
func bpf_obj_new_impl 1147 0
func bpf_path_d_path 1148 0
func bpf_percpu_obj_drop_impl 1146 0
func bpf_percpu_obj_new_impl 1147 0
func bpf_preempt_disable 1063 0
func bpf_preempt_enable 1063 0
func bpf_probe_read_kernel_dynptr 1073 0
func bpf_probe_read_kernel_str_dynptr 1073 0
func bpf_probe_read_user_dynptr 1073 0
func bpf_probe_read_user_str_dynptr 1073 0
func bpf_put_file 1149 0
func bpf_rbtree_add_impl 1150 0
func bpf_rbtree_first 1151 0
func bpf_rbtree_left 1152 0
func bpf_rbtree_remove 1152 0
func bpf_rbtree_right 1152 0
func bpf_rbtree_root 1151 0
func bpf_rcu_read_lock 1063 0
func bpf_rcu_read_unlock 1063 0
func bpf_rdonly_cast 1153 0
func bpf_refcount_acquire_impl 1154 0
func bpf_remove_dentry_xattr 1155 0
func bpf_res_spin_lock 1156 0
func bpf_res_spin_lock_irqsave 1157 0
func bpf_res_spin_unlock 1158 0
func bpf_res_spin_unlock_irqrestore 1159 0
func bpf_send_signal_task 1160 0
func bpf_session_cookie 1161 0
func bpf_session_is_return 1162 0
func bpf_set_dentry_xattr 1163 0
func bpf_sk_assign_tcp_reqsk 1164 0
func bpf_skb_ct_alloc 1165 0
func bpf_skb_ct_lookup 1166 0
func bpf_sock_addr_set_sun_path 1167 0
func bpf_sock_destroy 1168 0
func bpf_sock_ops_enable_tx_tstamp 1169 0
func bpf_strcasecmp 1170 0
func bpf_strchr 1171 0
func bpf_strchrnul 1171 0
func bpf_strcmp 1170 0
func bpf_strcspn 1172 0
func bpf_stream_vprintk_impl 1173 0
func bpf_strlen 1174 0
func bpf_strnchr 1175 0
func bpf_strnlen 1176 0
func bpf_strnstr 1177 0
func bpf_strrchr 1178 0
func bpf_strspn 1179 0
func bpf_strstr 1170 0
func bpf_task_acquire 1180 0
func bpf_task_from_pid 1181 0
func bpf_task_from_vpid 1182 0
func bpf_task_get_cgroup1 1183 0
func bpf_task_release 1184 0
func bpf_task_under_cgroup 1185 0
func bpf_task_work_schedule_resume_impl 1186 0
func bpf_task_work_schedule_signal_impl 1186 0
func bpf_throw 1187 0
func bpf_wq_init 1188 0
func bpf_wq_set_callback_impl 1189 0
func bpf_wq_start 1190 0
func bpf_xdp_ct_alloc 1191 0
func bpf_xdp_ct_lookup 1192 0
func bpf_xdp_get_xfrm_state 1193 0
func bpf_xdp_metadata_rx_hash 1194 0
func bpf_xdp_metadata_rx_timestamp 1195 0
func bpf_xdp_metadata_rx_vlan_tag 1196 0
func bpf_xdp_pull_data 1197 0
func bpf_xdp_xfrm_state_release 1198 0
decl_tag bpf_kfunc 312 -1
decl_tag bpf_kfunc 313 -1
decl_tag bpf_kfunc 314 -1
decl_tag bpf_kfunc 315 -1
decl_tag bpf_kfunc 316 -1
decl_tag bpf_fastcall 316 -1
decl_tag bpf_kfunc 317 -1
decl_tag bpf_kfunc 318 -1
decl_tag bpf_kfunc 319 -1
decl_tag bpf_kfunc 320 -1
decl_tag bpf_kfunc 321 -1
decl_tag bpf_kfunc 322 -1
decl_tag bpf_kfunc 323 -1
decl_tag bpf_kfunc 324 -1
decl_tag bpf_kfunc 325 -1
decl_tag bpf_kfunc 326 -1
decl_tag bpf_kfunc 327 -1
decl_tag bpf_kfunc 328 -1
decl_tag bpf_kfunc 329 -1
decl_tag bpf_kfunc 330 -1
decl_tag bpf_kfunc 331 -1
decl_tag bpf_kfunc 332 -1
decl_tag bpf_kfunc 333 -1
decl_tag bpf_kfunc 334 -1
decl_tag bpf_kfunc 335 -1
decl_tag bpf_kfunc 336 -1
decl_tag bpf_kfunc 337 -1
decl_tag bpf_kfunc 338 -1
decl_tag bpf_kfunc 339 -1
decl_tag bpf_kfunc 340 -1
decl_tag bpf_kfunc 341 -1
decl_tag bpf_kfunc 342 -1
decl_tag bpf_kfunc 343 -1
decl_tag bpf_kfunc 344 -1
decl_tag bpf_kfunc 345 -1
decl_tag bpf_kfunc 346 -1
decl_tag bpf_kfunc 347 -1
decl_tag bpf_kfunc 348 -1
decl_tag bpf_kfunc 349 -1
decl_tag bpf_kfunc 350 -1
decl_tag bpf_kfunc 351 -1
decl_tag bpf_kfunc 352 -1
decl_tag bpf_kfunc 353 -1
decl_tag bpf_kfunc 354 -1
decl_tag bpf_kfunc 355 -1
decl_tag bpf_kfunc 356 -1
decl_tag bpf_kfunc 357 -1
decl_tag bpf_kfunc 358 -1
decl_tag bpf_kfunc 359 -1
decl_tag bpf_kfunc 360 -1
decl_tag bpf_kfunc 361 -1
decl_tag bpf_kfunc 362 -1
decl_tag bpf_kfunc 363 -1
decl_tag bpf_kfunc 364 -1
decl_tag bpf_kfunc 365 -1
decl_tag bpf_kfunc 366 -1
decl_tag bpf_kfunc 367 -1
decl_tag bpf_kfunc 368 -1
decl_tag bpf_kfunc 369 -1
decl_tag bpf_kfunc 370 -1
decl_tag bpf_kfunc 371 -1
decl_tag bpf_kfunc 372 -1
decl_tag bpf_kfunc 373 -1
decl_tag bpf_kfunc 374 -1
decl_tag bpf_kfunc 375 -1
decl_tag bpf_kfunc 376 -1
decl_tag bpf_kfunc 377 -1
decl_tag bpf_kfunc 378 -1
decl_tag bpf_kfunc 379 -1
decl_tag bpf_kfunc 380 -1
decl_tag bpf_kfunc 381 -1
decl_tag bpf_kfunc 382 -1
decl_tag bpf_kfunc 383 -1
decl_tag bpf_kfunc 384 -1
decl_tag bpf_kfunc 385 -1
decl_tag bpf_kfunc 386 -1
decl_tag bpf_kfunc 387 -1
decl_tag bpf_kfunc 388 -1
decl_tag bpf_kfunc 389 -1
decl_tag bpf_kfunc 390 -1
decl_tag bpf_kfunc 391 -1
decl_tag bpf_kfunc 392 -1
decl_tag bpf_kfunc 393 -1
decl_tag bpf_kfunc 394 -1
decl_tag bpf_kfunc 395 -1
decl_tag bpf_kfunc 396 -1
decl_tag bpf_kfunc 397 -1
decl_tag bpf_kfunc 398 -1
decl_tag bpf_kfunc 399 -1
decl_tag bpf_kfunc 400 -1
decl_tag bpf_kfunc 401 -1
decl_tag bpf_kfunc 402 -1
decl_tag bpf_kfunc 403 -1
decl_tag bpf_kfunc 404 -1
decl_tag bpf_kfunc 405 -1
decl_tag bpf_kfunc 406 -1
decl_tag bpf_kfunc 407 -1
decl_tag bpf_kfunc 408 -1
decl_tag bpf_kfunc 409 -1
decl_tag bpf_kfunc 410 -1
decl_tag bpf_kfunc 411 -1
decl_tag bpf_kfunc 412 -1
decl_tag bpf_kfunc 413 -1
decl_tag bpf_kfunc 414 -1
decl_tag bpf_kfunc 415 -1
decl_tag bpf_kfunc 416 -1
decl_tag bpf_kfunc 417 -1
decl_tag bpf_kfunc 418 -1
decl_tag bpf_kfunc 419 -1
decl_tag bpf_kfunc 420 -1
decl_tag bpf_kfunc 421 -1
decl_tag bpf_kfunc 422 -1
decl_tag bpf_kfunc 423 -1
decl_tag bpf_kfunc 424 -1
decl_tag bpf_kfunc 425 -1
decl_tag bpf_kfunc 426 -1
decl_tag bpf_kfunc 427 -1
decl_tag bpf_kfunc 428 -1
decl_tag bpf_kfunc 429 -1
decl_tag bpf_kfunc 430 -1
decl_tag bpf_kfunc 431 -1
decl_tag bpf_kfunc 432 -1
decl_tag bpf_kfunc 433 -1
decl_tag bpf_kfunc 434 -1
decl_tag bpf_kfunc 435 -1
decl_tag bpf_kfunc 436 -1
decl_tag bpf_fastcall 436 -1
decl_tag bpf_kfunc 437 -1
decl_tag bpf_kfunc 438 -1
decl_tag bpf_kfunc 439 -1
decl_tag bpf_kfunc 440 -1
decl_tag bpf_kfunc 441 -1
decl_tag bpf_kfunc 442 -1
decl_tag bpf_kfunc 443 -1
decl_tag bpf_kfunc 444 -1
decl_tag bpf_kfunc 445 -1
decl_tag bpf_kfunc 446 -1
decl_tag bpf_kfunc 447 -1
decl_tag bpf_kfunc 448 -1
decl_tag bpf_kfunc 449 -1
decl_tag bpf_kfunc 450 -1
decl_tag bpf_kfunc 451 -1
decl_tag bpf_kfunc 452 -1
decl_tag bpf_kfunc 453 -1
decl_tag bpf_kfunc 454 -1
decl_tag bpf_kfunc 455 -1
decl_tag bpf_kfunc 456 -1
decl_tag bpf_kfunc 457 -1
decl_tag bpf_kfunc 458 -1
decl_tag bpf_kfunc 459 -1
decl_tag bpf_kfunc 460 -1
decl_tag bpf_kfunc 461 -1
decl_tag bpf_kfunc 462 -1
decl_tag bpf_kfunc 463 -1
decl_tag bpf_kfunc 464 -1
decl_tag bpf_kfunc 465 -1
decl_tag bpf_kfunc 466 -1
decl_tag bpf_kfunc 467 -1
decl_tag bpf_kfunc 468 -1
decl_tag bpf_kfunc 469 -1
decl_tag bpf_kfunc 470 -1
decl_tag bpf_kfunc 471 -1
decl_tag bpf_kfunc 472 -1
decl_tag bpf_kfunc 473 -1
decl_tag bpf_kfunc 474 -1
decl_tag bpf_kfunc 475 -1
decl_tag bpf_kfunc 476 -1
decl_tag bpf_kfunc 477 -1
decl_tag bpf_kfunc 478 -1
decl_tag bpf_kfunc 479 -1
decl_tag bpf_kfunc 480 -1
decl_tag bpf_kfunc 481 -1
decl_tag bpf_kfunc 482 -1
decl_tag bpf_kfunc 483 -1
decl_tag bpf_kfunc 484 -1
decl_tag bpf_kfunc 485 -1
func_proto - 0 -:718 -:729 -:762 -:762 -:743
typedef btf_trace_sched_switch 1199
func_proto - 0 -:718 -:762
typedef btf_trace_sched_wakeup 1200
func_proto - 0 -:718 -:762 -:773 -:1201
typedef btf_trace_sched_process_exec 1202
func_proto - 0 -:718 -:762 -:729
typedef btf_trace_sched_process_exit 1203
func_proto - 0 -:718 -:762 -:762
typedef btf_trace_sched_process_fork 1204
func_proto - 0 -:718 -:1205 -:893
typedef btf_trace_sys_enter 1206
typedef btf_trace_sys_exit 1206
func_proto - 0 -:718 -:1207 -:1208 -:729
typedef btf_trace_hrtimer_start 1209
func_proto - 0 -:718 -:1207 -:1210
typedef btf_trace_hrtimer_expire_entry 1211
func_proto - 0 -:718 -:1207
typedef btf_trace_hrtimer_expire_exit 1212
typedef btf_trace_hrtimer_cancel 1212
func_proto - 0 -:718 -:1213 -:761
typedef btf_trace_timer_start 1214
typedef btf_trace_timer_expire_entry 1214
func_proto - 0 -:718 -:1213
typedef btf_trace_timer_cancel 1215
func_proto - 0 -:718 -:722 -:1216
typedef btf_trace_irq_handler_entry 1217
func_proto - 0 -:718 -:743
typedef btf_trace_softirq_entry 1218
typedef btf_trace_softirq_exit 1218
func_proto - 0 -:718 -:1219
typedef btf_trace_workqueue_execute_start 1220
func_proto - 0 -:718 -:945 -:718 -:1221 -:877
typedef btf_trace_kfree_skb 1222
func_proto - 0 -:718 -:945
typedef btf_trace_netif_receive_skb 1223
typedef btf_trace_net_dev_queue 1223
func_proto - 0 -:718 -:762 -:720
typedef btf_trace_task_newtask 1224
func_proto - 0 -:718 -:762 -:834
typedef btf_trace_task_rename 1225
func_proto - 0 -:718 -:1226 -:1227 -:715
typedef btf_trace_xdp_exception 1228
func bpf_iter_task 1229 0
func bpf_iter_bpf_map 1230 0
func bpf_iter_bpf_prog 1231 0
func bpf_iter_bpf_map_elem 1232 0
func bpf_iter_task_file 1233 0
var bpf_prog_active 722 1
var runqueues 1234 1
var cpu_number 722 1
var irq_stat 1235 1
array - 730 722 32
typedef u32 872
ptr - 1236
ptr - 1
ptr - 0
enum bpf_map_type BPF_MAP_TYPE_UNSPEC=0 BPF_MAP_TYPE_HASH=1 BPF_MAP_TYPE_ARRAY=2 BPF_MAP_TYPE_PROG_ARRAY=3 BPF_MAP_TYPE_PERF_EVENT_ARRAY=4 BPF_MAP_TYPE_PERCPU_HASH=5 BPF_MAP_TYPE_PERCPU_ARRAY=6 BPF_MAP_TYPE_STACK_TRACE=7 BPF_MAP_TYPE_CGROUP_ARRAY=8 BPF_MAP_TYPE_LRU_HASH=9 BPF_MAP_TYPE_LRU_PERCPU_HASH=10 BPF_MAP_TYPE_LPM_TRIE=11 BPF_MAP_TYPE_ARRAY_OF_MAPS=12 BPF_MAP_TYPE_HASH_OF_MAPS=13 BPF_MAP_TYPE_DEVMAP=14 BPF_MAP_TYPE_SOCKMAP=15 BPF_MAP_TYPE_CPUMAP=16 BPF_MAP_TYPE_XSKMAP=17 BPF_MAP_TYPE_SOCKHASH=18 BPF_MAP_TYPE_CGROUP_STORAGE_DEPRECATED=19 BPF_MAP_TYPE_CGROUP_STORAGE=19 BPF_MAP_TYPE_REUSEPORT_SOCKARRAY=20 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE_DEPRECATED=21 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE=21 BPF_MAP_TYPE_QUEUE=22 BPF_MAP_TYPE_STACK=23 BPF_MAP_TYPE_SK_STORAGE=24 BPF_MAP_TYPE_DEVMAP_HASH=25 BPF_MAP_TYPE_STRUCT_OPS=26 BPF_MAP_TYPE_RINGBUF=27 BPF_MAP_TYPE_INODE_STORAGE=28 BPF_MAP_TYPE_TASK_STORAGE=29 BPF_MAP_TYPE_BLOOM_FILTER=30 BPF_MAP_TYPE_USER_RINGBUF=31 BPF_MAP_TYPE_CGRP_STORAGE=32 BPF_MAP_TYPE_ARENA=33 __MAX_BPF_MAP_TYPE=34
typedef u64 925
ptr - 1237
int int 4 1 32
ptr - 1238
ptr - 1239
array - 1240 722 16
typedef atomic64_t 93
typedef spinlock_t 105
ptr - 1241
typedef bool 1242
typedef u8 881
ptr - 947
ptr - 1240
ptr - 1243
ptr - 1244
ptr - 1245
typedef atomic_t 97
array - 1246 722 0
ptr - 1247
typedef size_t 1248
typedef rqspinlock_t 95
ptr - 1249
ptr - 140
int unsigned+int 4 0 32
ptr - 877
ptr - 1250
ptr - 1251
array - 1252 722 0
array - 877 722 0
array - 1240 722 0
ptr - 1253
typedef u16 879
ptr - 1254
ptr - 963
ptr - 1255
array - 718 722 8
ptr - 122
ptr - 1256
array - 761 722 0
ptr - 1257
typedef refcount_t 124
int long+unsigned+int 8 0 64
ptr - 19
ptr - 137
ptr - 1258
ptr - 1259
ptr - 1260
ptr - 768
typedef cpumask_t 73
int short+unsigned+int 2 0 16
ptr - 1261
ptr - 20
ptr - 215
typedef pid_t 1262
ptr - 25
array - 151 722 4
ptr - 1263
ptr - 722
ptr - 1264
ptr - 1265
ptr - 1266
ptr - 1267
ptr - 1268
ptr - 1269
ptr - 26
ptr - 1270
ptr - 1271
typedef sigset_t 159
ptr - 104
ptr - 1272
typedef kuid_t 161
typedef raw_spinlock_t 94
ptr - 1273
ptr - 92
ptr - 1274
ptr - 1275
ptr - 1276
ptr - 1277
ptr - 1278
ptr - 1279
typedef nodemask_t 166
typedef seqcount_spinlock_t 167
ptr - 21
ptr - 1280
ptr - 1281
ptr - 1282
array - 730 722 4
ptr - 1283
ptr - 1284
ptr - 1285
int short+int 2 1 16
ptr - 1286
ptr - 761
array - 761 722 3
ptr - 1287
ptr - 1288
ptr - 1289
ptr - 1290
ptr - 1291
ptr - 1292
ptr - 1293
ptr - 1294
ptr - 1295
array - 1015 722 12
ptr - 22
array - 101 722 12
ptr - 23
array - 190 722 3
array - 722 722 12
ptr - 1296
ptr - 1297
typedef wait_queue_head_t 194
ptr - 1298
array - 824 722 0
ptr - 1299
ptr - 1300
typedef umode_t 769
ptr - 1301
typedef atomic_long_t 726
typedef kgid_t 201
typedef kernel_cap_t 202
int unsigned+char 1 0 8
ptr - 1302
ptr - 1303
ptr - 1304
ptr - 1305
array - 140 722 4
array - 205 722 0
ptr - 1306
ptr - 1307
ptr - 1308
ptr - 1309
ptr - 1310
ptr - 1311
ptr - 1312
typedef fmode_t 743
ptr - 1313
ptr - 28
ptr - 1314
typedef loff_t 1315
typedef errseq_t 715
typedef file_ref_t 211
ptr - 1316
ptr - 1317
ptr - 1318
typedef dev_t 1319
typedef time64_t 1320
enum rw_hint WRITE_LIFE_NOT_SET=0 WRITE_LIFE_NONE=1 WRITE_LIFE_SHORT=2 WRITE_LIFE_MEDIUM=3 WRITE_LIFE_LONG=4 WRITE_LIFE_EXTREME=5 WRITE_LIFE_HINT_NR=6
typedef blkcnt_t 720
enum inode_state_flags_t I_NEW=1 I_SYNC=2 I_LRU_ISOLATING=4 I_DIRTY_SYNC=16 I_DIRTY_DATASYNC=32 I_DIRTY_PAGES=64 I_WILL_FREE=128 I_FREEING=256 I_CLEAR=512 I_REFERENCED=1024 I_LINKABLE=2048 I_DIRTY_TIME=4096 I_WB_SWITCH=8192 I_OVL_INUSE=16384 I_CREATING=32768 I_DONTCACHE=65536 I_SYNC_QUEUED=131072 I_PINNING_NETFS_WB=262144
ptr - 1321
ptr - 1322
typedef __u32 743
ptr - 1323
ptr - 29
ptr - 1324
ptr - 1325
ptr - 33
array - 1240 722 48
typedef __u16 769
array - 881 722 0
typedef __u8 841
typedef sk_buff_data_t 743
ptr - 841
ptr - 1326
volatile - 841
ptr - 1327
typedef possible_net_t 251
array - 722 722 0
typedef __s32 722
ptr - 1328
ptr - 1329
ptr - 0
int long+int 8 1 64
ptr - 35
array - 1330 722 2
typedef socket_lock_t 265
typedef netdev_features_t 720
typedef gfp_t 743
typedef rwlock_t 267
typedef ktime_t 947
ptr - 0
ptr - 1331
ptr - 1332
typedef netns_tracker 109
ptr - 1333
ptr - 1334
typedef __be32 872
typedef __s16 810
typedef __be16 879
ptr - 1335
ptr - 1336
typedef socket_state 1337
ptr - 27
ptr - 1338
ptr - 1339
ptr - 1340
ptr - 1341
ptr - 0
ptr - 1342
ptr - 1343
ptr - 57
ptr - 24
array - 1240 722 256
array - 925 722 2
typedef __u64 974
array - 925 722 3
array - 925 722 4
array - 872 722 1
typedef pgprot_t 302
ptr - 1344
ptr - 1345
ptr - 1346
ptr - 1347
ptr - 0
ptr - 1348
ptr - 0
ptr - 39
ptr - 41
array - 761 722 4
ptr - 1349
array - 925 722 1
array - 730 722 3
typedef s32 889
ptr - 1350
ptr - 31
typedef xfrm_address_t 311
typedef s64 1320
typedef arch_spinlock_t 95
ptr - 101
typedef work_func_t 1351
ptr - 0
array - 718 722 0
ptr - 1352
ptr - 1353
ptr - 1354
typedef del_from_htab_func 1355
ptr - 118
ptr - 1356
array - 101 722 3
array - 743 722 2
ptr - 943
ptr - 1357
ptr - 1358
ptr - 133
enum bpf_struct_ops_state BPF_STRUCT_OPS_STATE_INIT=0 BPF_STRUCT_OPS_STATE_INUSE=1 BPF_STRUCT_OPS_STATE_TOBEFREE=2 BPF_STRUCT_OPS_STATE_READY=3
ptr - 129
ptr - 131
ptr - 1359
ptr - 136
ptr - 1360
ptr - 1234
typedef dl_server_pick_f 1361
ptr - 151
int long+long+unsigned+int 8 0 64
ptr - 0
ptr - 715
typedef clockid_t 1362
enum timespec_type TT_NONE=0 TT_NATIVE=1 TT_COMPAT=2
ptr - 1363
ptr - 1364
ptr - 1365
ptr - 973
array - 154 722 3
ptr - 1366
array - 761 722 1
typedef uid_t 1367
ptr - 1368
ptr - 164
array - 761 722 16
typedef seqcount_t 168
ptr - 1369
ptr - 1370
array - 177 722 3
array - 1371 722 4
ptr - 1372
ptr - 1373
ptr - 1374
ptr - 1375
ptr - 743
typedef vm_flags_t 761
array - 761 722 56
array - 119 722 4
ptr - 1376
typedef mm_context_t 184
typedef mm_flags_t 185
ptr - 1377
ptr - 1378
typedef mm_id_t 743
ptr - 1379
ptr - 1380
typedef s16 908
ptr - 1381
ptr - 1382
ptr - 1383
ptr - 187
ptr - 1384
ptr - 1385
array - 1022 722 38
array - 140 722 38
array - 730 722 38
array - 720 722 38
ptr - 1386
ptr - 1387
ptr - 1388
ptr - 1389
typedef gid_t 1390
ptr - 1391
const - 30
typedef freeptr_t 210
const - 743
ptr - 0
ptr - 1392
ptr - 1393
ptr - 219
ptr - 1034
const - 221
ptr - 1394
array - 841 722 40
array - 761 722 5
ptr - 831
ptr - 0
typedef __wsum 872
typedef __addrpair 925
array - 879 722 2
typedef __portpair 872
array - 881 722 16
array - 909 722 8
array - 907 722 4
ptr - 1395
ptr - 256
ptr - 1050
ptr - 286
typedef arch_rwlock_t 268
ptr - 1396
typedef dscp_t 730
typedef __be64 925
ptr - 1397
typedef __kernel_ulong_t 761
typedef pgprotval_t 761
const - 1000
ptr - 1398
array - 715 722 4
func_proto - 0
func_proto - 1399 p__map:718 addr__ign:1399 page_cnt:715 node_id:722 flags:720
func_proto - 0 p__map:718 ptr__ign:1399 page_cnt:715
func_proto - 722 p__map:718 ptr__ign:1399 page_cnt:715
func_proto - 718 obj:718
func_proto - 824 cgrp:824
func_proto - 824 cgrp:824 level:722
func_proto - 824 cgid:720
func_proto - 722 cgroup:824 name__str:834 value_p:1400
func_proto - 0 cgrp:824
func_proto - 722 dptr:1400 off:715 size:715 unsafe_ptr__ign:835
func_proto - 722 dst:718 dst__sz:715 unsafe_ptr__ign:835 flags:720
func_proto - 722 dptr:1400 off:715 size:715 unsafe_ptr__ign:835 tsk:762
func_proto - 722 dst:718 dst__sz:715 unsafe_ptr__ign:835 tsk:762 flags:720
func_proto - 1401 cpumask:1401
func_proto - 729 dst:1401 src1:1402 src2:1402
func_proto - 715 src1:1402 src2:1402
func_proto - 715 cpumask:1402
func_proto - 0 cpumask:1401
func_proto - 0 cpu:715 cpumask:1401
func_proto - 0 dst:1401 src:1402
func_proto - 1401
func_proto - 729 cpumask:1402
func_proto - 729 src1:1402 src2:1402
func_proto - 0 dst:1401 src1:1402 src2:1402
func_proto - 722 cpumask:1403 src:718 src__sz:739
func_proto - 1404 ctx:1404
func_proto - 1404 params:1405 params__sz:715 err:777
func_proto - 0 ctx:1404
func_proto - 722 ctx:1404 src:1406 dst:1406 siv__nullable:1406
func_proto - 722 nfct:1407 status:715
func_proto - 722 nfct:1407 timeout:715
func_proto - 1407 nfct_i:1408
func_proto - 0 nfct:1407
func_proto - 722 nfct:1408 addr:1409 port:722 manip:1410
func_proto - 722 nfct:1411 status:715
func_proto - 0 nfct:1408 timeout:715
func_proto - 722 p:1406 start:715 end:715
func_proto - 722 p:1406 clone__uninit:1400
func_proto - 722 dst_ptr:1400 dst_off:715 src_ptr:1400 src_off:715 size:715
func_proto - 722 s:1412 flags:720 ptr__uninit:1400
func_proto - 722 skb_:1412 flags:720 ptr__uninit:1400
func_proto - 722 x:1413 flags:720 ptr__uninit:1400
func_proto - 729 p:1406
func_proto - 722 p:1400 offset:715 size:715 val:730
func_proto - 872 p:1406
func_proto - 718 p:1406 offset:715 buffer__opt:718 buffer__szk:715
func_proto - 722 dentry:874 name__str:834 value_p:1400
func_proto - 722 file:913 name__str:834 value_p:1400
func_proto - 1414 addr:720
func_proto - 913 task:762
func_proto - 0 it:1415
func_proto - 722 it:1415 unsafe_ptr__ign:1416 nr_words:715
func_proto - 777 it:1415
func_proto - 0 it:1417
func_proto - 722 it:1417 start:1015 flags:743
func_proto - 1015 it:1417
func_proto - 0 it:1418
func_proto - 722 it:1418 css:1015 flags:743
func_proto - 762 it:1418
func_proto - 0 it:1419
func_proto - 722 it:1419
func_proto - 1420 it:1419
func_proto - 0 it:1421
func_proto - 722 it:1421
func_proto - 1414 it:1421
func_proto - 0 it:1422
func_proto - 722 it:1422 start:722 end:722
func_proto - 777 it:1422
func_proto - 0 it:1423
func_proto - 722 it:1423 task__nullable:762 flags:743
func_proto - 762 it:1423
func_proto - 0 it:1424
func_proto - 722 it:1424 task:762 addr:720
func_proto - 921 it:1424
func_proto - 0 bkey:1425
func_proto - 0 p:1426
func_proto - 1427 head:1428
func_proto - 722 head:1428 node:1427 meta__ign:718 off:720
func_proto - 0 flags__irq_flag:812
func_proto - 1425 id:720
func_proto - 1425 serial:943 flags:720
func_proto - 947 map:1429
func_proto - 0 p__alloc:718 meta__ign:718
func_proto - 718 local_type_id__k:720 meta__ign:718
func_proto - 722 path:1430 buf:732 buf__sz:739
func_proto - 0 file:913
func_proto - 722 root:1431 node:1432 less:1433 meta__ign:718 off:720
func_proto - 1432 root:1431
func_proto - 1432 root:1431 node:1432
func_proto - 718 obj__ign:835 btf_id__k:715
func_proto - 718 p__refcounted_kptr:718 meta__ign:718
func_proto - 722 dentry:874 name__str:834
func_proto - 722 lock:1434
func_proto - 722 lock:1434 flags__irq_flag:812
func_proto - 0 lock:1434
func_proto - 0 lock:1434 flags__irq_flag:812
func_proto - 722 task:762 sig:722 type:1435 value:720
func_proto - 1436
func_proto - 729
func_proto - 722 dentry:874 name__str:834 value_p:1406 flags:722
func_proto - 722 s:1412 sk:877 attrs:1437 attrs__sz:722
func_proto - 1408 skb_ctx:1412 bpf_tuple:1438 tuple__sz:715 opts:1439 opts__sz:715
func_proto - 1407 skb_ctx:1412 bpf_tuple:1438 tuple__sz:715 opts:1439 opts__sz:715
func_proto - 722 sa_kern:1440 sun_path:1441 sun_path__sz:715
func_proto - 722 sock:1442
func_proto - 722 skops:1443 flags:720
func_proto - 722 s1__ign:834 s2__ign:834
func_proto - 722 s__ign:834 c:1240
func_proto - 722 s__ign:834 reject__ign:834
func_proto - 722 stream_id:722 fmt__str:834 args:835 len__sz:715 aux__prog:718
func_proto - 722 s__ign:834
func_proto - 722 s__ign:834 count:739 c:1240
func_proto - 722 s__ign:834 count:739
func_proto - 722 s1__ign:834 s2__ign:834 len:739
func_proto - 722 s__ign:834 c:722
func_proto - 722 s__ign:834 accept__ign:834
func_proto - 762 p:762
func_proto - 762 pid:943
func_proto - 762 vpid:943
func_proto - 824 task:762 hierarchy_id:722
func_proto - 0 p:762
func_proto - 893 task:762 ancestor:824
func_proto - 722 task:762 tw:1444 map__map:718 callback:1445 aux__prog:718
func_proto - 0 cookie:720
func_proto - 722 wq:1446 p__map:718 flags:743
func_proto - 722 wq:1446 callback_fn:1447 flags:743 aux__prog:718
func_proto - 722 wq:1446 flags:743
func_proto - 1408 xdp_ctx:1413 bpf_tuple:1438 tuple__sz:715 opts:1439 opts__sz:715
func_proto - 1407 xdp_ctx:1413 bpf_tuple:1438 tuple__sz:715 opts:1439 opts__sz:715
func_proto - 1448 ctx:1413 opts:1449 opts__sz:715
func_proto - 722 ctx:1450 hash:976 rss_type:1451
func_proto - 722 ctx:1450 timestamp:1452
func_proto - 722 ctx:1450 vlan_proto:1453 vlan_tci:1454
func_proto - 722 x:1413 len:715
func_proto - 0 x:1448
ptr - 662
ptr - 664
ptr - 40
ptr - 666
ptr - 668
ptr - 670
ptr - 37
ptr - 672
ptr - 58
enum hrtimer_mode HRTIMER_MODE_ABS=0 HRTIMER_MODE_REL=1 HRTIMER_MODE_PINNED=2 HRTIMER_MODE_SOFT=4 HRTIMER_MODE_HARD=8 HRTIMER_MODE_ABS_PINNED=2 HRTIMER_MODE_REL_PINNED=3 HRTIMER_MODE_ABS_SOFT=4 HRTIMER_MODE_REL_SOFT=5 HRTIMER_MODE_ABS_PINNED_SOFT=6 HRTIMER_MODE_REL_PINNED_SOFT=7 HRTIMER_MODE_ABS_HARD=8 HRTIMER_MODE_REL_HARD=9 HRTIMER_MODE_ABS_PINNED_HARD=10 HRTIMER_MODE_REL_PINNED_HARD=11
ptr - 675
ptr - 900
ptr - 677
ptr - 679
ptr - 59
ptr - 682
ptr - 685
ptr - 1455
ptr - 687
ptr - 689
ptr - 103
ptr - 692
enum skb_drop_reason SKB_NOT_DROPPED_YET=0 SKB_CONSUMED=1 SKB_DROP_REASON_NOT_SPECIFIED=2 SKB_DROP_REASON_NO_SOCKET=3 SKB_DROP_REASON_SOCKET_CLOSE=4 SKB_DROP_REASON_SOCKET_FILTER=5 SKB_DROP_REASON_SOCKET_RCVBUFF=6 SKB_DROP_REASON_UNIX_DISCONNECT=7 SKB_DROP_REASON_UNIX_SKIP_OOB=8 SKB_DROP_REASON_PKT_TOO_SMALL=9 SKB_DROP_REASON_TCP_CSUM=10 SKB_DROP_REASON_UDP_CSUM=11 SKB_DROP_REASON_NETFILTER_DROP=12 SKB_DROP_REASON_OTHERHOST=13 SKB_DROP_REASON_IP_CSUM=14 SKB_DROP_REASON_IP_INHDR=15 SKB_DROP_REASON_IP_RPFILTER=16 SKB_DROP_REASON_UNICAST_IN_L2_MULTICAST=17 SKB_DROP_REASON_XFRM_POLICY=18 SKB_DROP_REASON_IP_NOPROTO=19 SKB_DROP_REASON_PROTO_MEM=20 SKB_DROP_REASON_TCP_AUTH_HDR=21 SKB_DROP_REASON_TCP_MD5NOTFOUND=22 SKB_DROP_REASON_TCP_MD5UNEXPECTED=23 SKB_DROP_REASON_TCP_MD5FAILURE=24 SKB_DROP_REASON_TCP_AONOTFOUND=25 SKB_DROP_REASON_TCP_AOUNEXPECTED=26 SKB_DROP_REASON_TCP_AOKEYNOTFOUND=27 SKB_DROP_REASON_TCP_AOFAILURE=28 SKB_DROP_REASON_SOCKET_BACKLOG=29 SKB_DROP_REASON_TCP_FLAGS=30 SKB_DROP_REASON_TCP_ABORT_ON_DATA=31 SKB_DROP_REASON_TCP_ZEROWINDOW=32 SKB_DROP_REASON_TCP_OLD_DATA=33 SKB_DROP_REASON_TCP_OVERWINDOW=34 SKB_DROP_REASON_TCP_OFOMERGE=35 SKB_DROP_REASON_TCP_RFC7323_PAWS=36 SKB_DROP_REASON_TCP_RFC7323_PAWS_ACK=37 SKB_DROP_REASON_TCP_RFC7323_TW_PAWS=38 SKB_DROP_REASON_TCP_RFC7323_TSECR=39 SKB_DROP_REASON_TCP_LISTEN_OVERFLOW=40 SKB_DROP_REASON_TCP_OLD_SEQUENCE=41 SKB_DROP_REASON_TCP_INVALID_SEQUENCE=42 SKB_DROP_REASON_TCP_INVALID_END_SEQUENCE=43 SKB_DROP_REASON_TCP_INVALID_ACK_SEQUENCE=44 SKB_DROP_REASON_TCP_RESET=45 SKB_DROP_REASON_TCP_INVALID_SYN=46 SKB_DROP_REASON_TCP_CLOSE=47 SKB_DROP_REASON_TCP_FASTOPEN=48 SKB_DROP_REASON_TCP_OLD_ACK=49 SKB_DROP_REASON_TCP_TOO_OLD_ACK=50 SKB_DROP_REASON_TCP_ACK_UNSENT_DATA=51 SKB_DROP_REASON_TCP_OFO_QUEUE_PRUNE=52 SKB_DROP_REASON_TCP_OFO_DROP=53 SKB_DROP_REASON_IP_OUTNOROUTES=54 SKB_DROP_REASON_BPF_CGROUP_EGRESS=55 SKB_DROP_REASON_IPV6DISABLED=56 SKB_DROP_REASON_NEIGH_CREATEFAIL=57 SKB_DROP_REASON_NEIGH_FAILED=58 SKB_DROP_REASON_NEIGH_QUEUEFULL=59 SKB_DROP_REASON_NEIGH_DEAD=60 SKB_DROP_REASON_NEIGH_HH_FILLFAIL=61 SKB_DROP_REASON_TC_EGRESS=62 SKB_DROP_REASON_SECURITY_HOOK=63 SKB_DROP_REASON_QDISC_DROP=64 SKB_DROP_REASON_QDISC_OVERLIMIT=65 SKB_DROP_REASON_QDISC_CONGESTED=66 SKB_DROP_REASON_CAKE_FLOOD=67 SKB_DROP_REASON_FQ_BAND_LIMIT=68 SKB_DROP_REASON_FQ_HORIZON_LIMIT=69 SKB_DROP_REASON_FQ_FLOW_LIMIT=70 SKB_DROP_REASON_CPU_BACKLOG=71 SKB_DROP_REASON_XDP=72 SKB_DROP_REASON_TC_INGRESS=73 SKB_DROP_REASON_UNHANDLED_PROTO=74 SKB_DROP_REASON_SKB_CSUM=75 SKB_DROP_REASON_SKB_GSO_SEG=76 SKB_DROP_REASON_SKB_UCOPY_FAULT=77 SKB_DROP_REASON_DEV_HDR=78 SKB_DROP_REASON_DEV_READY=79 SKB_DROP_REASON_FULL_RING=80 SKB_DROP_REASON_NOMEM=81 SKB_DROP_REASON_HDR_TRUNC=82 SKB_DROP_REASON_TAP_FILTER=83 SKB_DROP_REASON_TAP_TXFILTER=84 SKB_DROP_REASON_ICMP_CSUM=85 SKB_DROP_REASON_INVALID_PROTO=86 SKB_DROP_REASON_IP_INADDRERRORS=87 SKB_DROP_REASON_IP_INNOROUTES=88 SKB_DROP_REASON_IP_LOCAL_SOURCE=89 SKB_DROP_REASON_IP_INVALID_SOURCE=90 SKB_DROP_REASON_IP_LOCALNET=91 SKB_DROP_REASON_IP_INVALID_DEST=92 SKB_DROP_REASON_PKT_TOO_BIG=93 SKB_DROP_REASON_DUP_FRAG=94 SKB_DROP_REASON_FRAG_REASM_TIMEOUT=95 SKB_DROP_REASON_FRAG_TOO_FAR=96 SKB_DROP_REASON_TCP_MINTTL=97 SKB_DROP_REASON_IPV6_BAD_EXTHDR=98 SKB_DROP_REASON_IPV6_NDISC_FRAG=99 SKB_DROP_REASON_IPV6_NDISC_HOP_LIMIT=100 SKB_DROP_REASON_IPV6_NDISC_BAD_CODE=101 SKB_DROP_REASON_IPV6_NDISC_BAD_OPTIONS=102 SKB_DROP_REASON_IPV6_NDISC_NS_OTHERHOST=103 SKB_DROP_REASON_QUEUE_PURGE=104 SKB_DROP_REASON_TC_COOKIE_ERROR=105 SKB_DROP_REASON_PACKET_SOCK_ERROR=106 SKB_DROP_REASON_TC_CHAIN_NOTFOUND=107 SKB_DROP_REASON_TC_RECLASSIFY_LOOP=108 SKB_DROP_REASON_VXLAN_INVALID_HDR=109 SKB_DROP_REASON_VXLAN_VNI_NOT_FOUND=110 SKB_DROP_REASON_MAC_INVALID_SOURCE=111 SKB_DROP_REASON_VXLAN_ENTRY_EXISTS=112 SKB_DROP_REASON_NO_TX_TARGET=113 SKB_DROP_REASON_IP_TUNNEL_ECN=114 SKB_DROP_REASON_TUNNEL_TXINFO=115 SKB_DROP_REASON_LOCAL_MAC=116 SKB_DROP_REASON_ARP_PVLAN_DISABLE=117 SKB_DROP_REASON_MAC_IEEE_MAC_CONTROL=118 SKB_DROP_REASON_BRIDGE_INGRESS_STP_STATE=119 SKB_DROP_REASON_CAN_RX_INVALID_FRAME=120 SKB_DROP_REASON_CANFD_RX_INVALID_FRAME=121 SKB_DROP_REASON_CANXL_RX_INVALID_FRAME=122 SKB_DROP_REASON_PFMEMALLOC=123 SKB_DROP_REASON_DUALPI2_STEP_DROP=124 SKB_DROP_REASON_PSP_INPUT=125 SKB_DROP_REASON_PSP_OUTPUT=126 SKB_DROP_REASON_RECURSION_LIMIT=127 SKB_DROP_REASON_MAX=128 SKB_DROP_REASON_SUBSYS_MASK=-65536
ptr - 694
ptr - 696
ptr - 699
ptr - 701
ptr - 1456
ptr - 1457
ptr - 703
func_proto - 722 meta:938 task:762
func_proto - 722 meta:938 map:717
func_proto - 722 meta:938 prog:962
func_proto - 722 meta:938 map:717 key:718 value:718
func_proto - 722 meta:938 task:762 fd:715 file:913
struct rq 3584
typedef irq_cpustat_t 1458
const - 1459
struct btf_record 32
struct btf 240
struct obj_cgroup 48
int char 1 0 8
struct bpf_map_owner 40
int _Bool 1 4 8
struct bpf_array_aux 88
struct bucket 16
ptr - 1460
ptr - 1461
struct lpm_trie_node 24
typedef __kernel_size_t 1058
ptr - 1462
struct bpf_shtab_bucket 16
ptr - 1463
ptr - 1464
struct bpf_local_storage_map_bucket 16
const - 1465
ptr - 1466
struct bpf_ringbuf 12288
struct vm_struct 72
const - 1467
struct task_group 704
const - 768
struct rcu_node 704
typedef __kernel_pid_t 722
struct completion 32
const - 24
struct key 216
struct nameidata 240
struct fs_struct 56
struct files_struct 704
struct io_uring_task 320
struct signal_struct 1144
struct sighand_struct 2080
struct audit_context 1056
struct rt_mutex_waiter 112
struct bio_list 16
struct blk_plug 64
struct reclaim_state 8
struct io_context 88
struct capture_control 16
typedef kernel_siginfo_t 1468
struct robust_list_head 24
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
const - 1240
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
const - 1469
struct fown_struct 40
typedef __kernel_loff_t 1470
struct posix_acl 24
const - 1471
struct super_block 1472
typedef __kernel_dev_t 715
typedef __s64 1470
struct bdi_writeback 800
struct file_lock_context 56
struct fsnotify_mark_connector 24
const - 1472
struct vfsmount 32
struct skb_ext 8
struct proto 448
struct dst_entry 136
struct sk_filter 32
ptr - 1473
struct sock_reuseport 48
struct numa_drop_counters 128
struct ipv6_pinfo 128
struct ipv6_fl_socklist 32
struct ip_options_rcu 32
struct ip_mc_socklist 48
enum - SS_FREE=0 SS_UNCONNECTED=1 SS_CONNECTING=2 SS_CONNECTED=3 SS_DISCONNECTING=4
const - 1474
struct xdp_rxq_info 64
struct xdp_txq_info 8
struct net_device 2496
const - 1475
const - 27
struct anon_vma 96
const - 1476
struct vma_numab_state 40
struct pfnmap_track_ctx 24
struct hrtimer_clock_base 64
const - 1477
struct sockaddr 16
ptr - 0
struct bpf_mem_caches 2288
struct bpf_mem_cache 208
struct pcpu_freelist_head 16
ptr - 0
struct bpf_lru_locallist 32
struct bpf_prog 96
struct bpf_link 88
struct cfs_rq 512
struct rt_rq 1704
ptr - 0
typedef __kernel_clockid_t 722
struct __kernel_timespec 16
struct old_timespec32 8
struct pollfd 8
struct sem_undo_list 24
typedef __kernel_uid32_t 743
struct seccomp_filter 224
struct page 64
struct unwind_cache 16
ptr - 1478
struct io_bitmap 8208
typedef pgd_t 1479
struct mm_cid 16
struct futex_private_hash 64
struct linux_binfmt 48
struct kioctx_table 24
struct mmu_notifier_subscriptions 80
struct ldt_struct 16
const - 1480
struct xol_area 48
struct cgroup_subsys 256
struct css_rstat_cpu 32
struct percpu_ref_data 56
struct workqueue_struct 320
struct bpf_prog_array 16
struct kernfs_root 248
const - 1481
struct kernfs_open_node 72
typedef __kernel_gid32_t 743
struct pidfs_attr 32
const - 1482
struct cdev 104
const - 841
struct inet_timewait_death_row 128
struct ip_options 16
struct fasync_struct 48
struct userfaultfd_ctx 176
ptr - 1483
ptr - 45
ptr - 56
ptr - 1484
ptr - 73
ptr - 74
ptr - 1485
ptr - 1486
ptr - 1487
ptr - 1488
ptr - 1489
enum nf_nat_manip_type NF_NAT_MANIP_SRC=0 NF_NAT_MANIP_DST=1
ptr - 1490
ptr - 1491
ptr - 75
ptr - 1492
ptr - 76
ptr - 1493
ptr - 77
ptr - 78
ptr - 79
ptr - 1494
ptr - 80
ptr - 81
ptr - 82
ptr - 83
ptr - 84
ptr - 85
ptr - 52
ptr - 51
ptr - 1495
ptr - 1028
ptr - 53
ptr - 54
ptr - 0
ptr - 50
enum pid_type PIDTYPE_PID=0 PIDTYPE_TGID=1 PIDTYPE_PGID=2 PIDTYPE_SID=3 PIDTYPE_MAX=4
ptr - 925
ptr - 86
ptr - 87
ptr - 88
ptr - 89
ptr - 1496
ptr - 32
ptr - 90
ptr - 48
typedef bpf_task_work_callback_t 1497
ptr - 47
ptr - 0
ptr - 1498
ptr - 91
ptr - 1499
ptr - 1500
ptr - 720
ptr - 909
ptr - 751
struct irqaction 128
const - 1341
const - 1357
struct - 64
struct bpf_map_ops 352
struct htab_elem 48
struct stack_map_bucket 16
struct bpf_dtab_netdev 64
struct bpf_cpu_map_entry 360
struct xdp_sock 1088
struct bpf_struct_ops_desc 40
struct bpf_ksym 600
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
struct bpf_crypto_type 104
struct perf_event 1352
struct - 8
struct vdso_image 104
struct kernfs_ops 104
struct address_space_operations 152
type_tag address_space(1) 0
const - 73
const - 1501
const - 45
struct nf_conn 248
struct nf_conn___init 248
union nf_inet_addr 16
const - 1488
struct __sk_buff 192
struct kmem_cache 8416
const - 720
struct dma_buf 232
const - 1
const - 730
ptr - 0
struct xfrm_state 816
const - 75
enum xdp_rss_hash_type XDP_RSS_L3_IPV4=1 XDP_RSS_L3_IPV6=2 XDP_RSS_L3_DYNHDR=4 XDP_RSS_L4=8 XDP_RSS_L4_TCP=16 XDP_RSS_L4_UDP=32 XDP_RSS_L4_SCTP=64 XDP_RSS_L4_IPSEC=128 XDP_RSS_L4_ICMP=256 XDP_RSS_TYPE_NONE=0 XDP_RSS_TYPE_L2=0 XDP_RSS_TYPE_L3_IPV4=1 XDP_RSS_TYPE_L3_IPV6=2 XDP_RSS_TYPE_L3_IPV4_OPT=5 XDP_RSS_TYPE_L3_IPV6_EX=6 XDP_RSS_TYPE_L4_ANY=8 XDP_RSS_TYPE_L4_IPV4_TCP=25 XDP_RSS_TYPE_L4_IPV4_UDP=41 XDP_RSS_TYPE_L4_IPV4_SCTP=73 XDP_RSS_TYPE_L4_IPV4_IPSEC=137 XDP_RSS_TYPE_L4_IPV4_ICMP=265 XDP_RSS_TYPE_L4_IPV6_TCP=26 XDP_RSS_TYPE_L4_IPV6_UDP=42 XDP_RSS_TYPE_L4_IPV6_SCTP=74 XDP_RSS_TYPE_L4_IPV6_IPSEC=138 XDP_RSS_TYPE_L4_IPV6_ICMP=266 XDP_RSS_TYPE_L4_IPV6_TCP_EX=30 XDP_RSS_TYPE_L4_IPV6_UDP_EX=46 XDP_RSS_TYPE_L4_IPV6_SCTP_EX=78
struct bpf_crypto_params 408
`;
