/** Types of Linux 6.18.44, written by scripts/record-vmlinux-btf.mjs; the format is described in vmlinux.ts. */
export const VMLINUX_TYPES = `
struct bpf_map 296 sha:500:0 excl:501:256 ops:502:320 inner_map_meta:503:384 security:504:448 map_type:505:512 key_size:501:544 value_size:501:576 max_entries:501:608 map_extra:506:640 map_flags:501:704 id:501:736 record:507:768 numa_node:508:832 btf_key_type_id:501:864 btf_value_type_id:501:896 btf_vmlinux_value_type_id:501:928 btf:509:960 objcg:510:1024 name:511:1088 freeze_mutex:92:1216 refcnt:512:1472 usercnt:512:1536 -:102:1600 writecnt:512:1856 owner_lock:513:1920 owner:514:1984 bypass_spec_v1:515:2048 frozen:515:2056 init_private:516:2064 free_after_mult_rcu_gp:515:2072 free_after_rcu_gp:515:2080 sleepable_refcnt:512:2112 elem_count:517:2176 cookie:506:2240 excl_prog_sha:518:2304
struct bpf_array 312 map:1:0 elem_size:501:2368 index_mask:501:2400 aux:519:2432 -:107:2496
struct bpf_htab 832 map:1:0 ma:112:2368 pcpu_ma:112:2880 buckets:520:3392 elems:504:3456 -:113:3584 extra_elems:521:5632 pcount:119:5696 count:522:6016 use_percpu_counter:515:6048 n_buckets:501:6080 elem_size:501:6112 hashrnd:501:6144
struct bpf_stack_map 320 map:1:0 elems:504:2368 freelist:114:2432 n_buckets:501:2496 buckets:523:2560
struct lpm_trie 400 map:1:0 root:524:2368 ma:112:2432 n_entries:525:2944 max_prefixlen:525:3008 data_size:525:3072 lock:526:3136
struct bpf_dtab 344 map:1:0 netdev_map:527:2368 list:101:2432 dev_index_head:528:2560 index_lock:513:2624 items:529:2656 n_buckets:501:2688
struct bpf_stab 376 map:1:0 sks:530:2368 progs:120:2432 lock:513:2944
struct bpf_shtab 384 map:1:0 buckets:531:2368 buckets_num:501:2432 elem_size:501:2464 progs:120:2496 count:522:3008
struct bpf_cpu_map 304 map:1:0 cpu_map:532:2368
struct xsk_map 304 map:1:0 lock:513:2368 count:522:2400 xsk_map:533:2432
struct bpf_cgroup_storage_map 328 map:1:0 lock:513:2368 root:121:2432 list:101:2496
struct reuseport_array 296 map:1:0 ptrs:534:2368
struct bpf_queue_stack 312 map:1:0 lock:526:2368 head:501:2400 tail:501:2432 size:501:2464 elements:535:2496
struct bpf_local_storage_map 448 map:1:0 buckets:536:2368 bucket_log:501:2432 elem_size:537:2464 cache_idx:537:2480 selem_ma:112:2496 storage_ma:112:3008 bpf_ma:515:3520
struct bpf_struct_ops_map 512 map:1:0 st_ops_desc:538:2368 lock:92:2432 links:539:2688 ksyms:540:2752 funcs_cnt:501:2816 image_pages_cnt:501:2848 image_pages:541:2880 btf:509:3392 uvalue:542:3456 kvalue:122:3584
struct bpf_ringbuf_map 304 map:1:0 rb:543:2368
struct bpf_bloom_filter 312 map:1:0 bitset_mask:501:2368 hash_seed:501:2400 nr_hash_funcs:501:2432 bitset:544:2496
struct bpf_arena 400 map:1:0 user_vm_start:506:2368 user_vm_end:506:2432 kern_vm:545:2496 rt:125:2560 vma_list:101:2816 lock:92:2944
struct task_struct 3264 thread_info:127:0 __state:529:192 saved_state:529:224 stack:504:256 usage:546:320 flags:529:352 ptrace:529:384 on_cpu:508:416 wake_entry:128:448 wakee_flips:529:576 wakee_flip_decay_ts:547:640 last_wakee:548:704 recent_used_cpu:508:768 wake_cpu:508:800 on_rq:508:832 prio:508:864 static_prio:508:896 normal_prio:508:928 rt_priority:529:960 se:131:1024 rt:136:3072 dl:137:3648 dl_server:549:5568 sched_class:550:5632 sched_task_group:551:5696 sched_throttle_work:104:5760 throttle_node:101:5888 throttled:515:6016 stats:139:6144 preempt_notifiers:140:6144 btrace_seq:529:6208 policy:529:6240 max_allowed_capacity:547:6272 nr_cpus_allowed:508:6336 cpus_ptr:552:6400 user_cpus_ptr:553:6464 cpus_mask:554:6528 migration_pending:504:6784 migration_disabled:555:6848 migration_flags:555:6864 rcu_read_lock_nesting:508:6880 rcu_read_unlock_special:141:6912 rcu_node_entry:101:6976 rcu_blocked_node:556:7104 rcu_tasks_nvcsw:547:7168 rcu_tasks_holdout:516:7232 rcu_tasks_idx:516:7240 rcu_tasks_idle_cpu:508:7264 rcu_tasks_holdout_list:101:7296 rcu_tasks_exit_cpu:508:7424 rcu_tasks_exit_list:101:7488 trc_reader_nesting:508:7616 trc_ipi_to_cpu:508:7648 trc_reader_special:141:7680 trc_holdout_list:101:7744 trc_blkd_node:101:7872 trc_blkd_cpu:508:8000 sched_info:143:8064 tasks:101:8448 pushable_tasks:144:8576 pushable_dl_tasks:133:8896 mm:557:9088 active_mm:557:9152 faults_disabled_mapping:558:9216 exit_state:508:9280 exit_code:508:9312 exit_signal:508:9344 pdeath_signal:508:9376 jobctl:547:9408 personality:529:9472 sched_reset_on_fork:529:9504:1 sched_contributes_to_load:529:9505:1 sched_migrated:529:9506:1 sched_task_hot:529:9507:1 sched_remote_wakeup:529:9536:1 sched_rt_mutex:529:9537:1 user_dumpable:529:9538:1 in_execve:529:9539:1 init_private_fork_class:529:9540:4 in_iowait:529:9544:1 restore_sigmask:529:9545:1 in_user_fault:529:9546:1 no_cgroup_migration:529:9547:1 frozen:529:9548:1 use_memdelay:529:9549:1 in_memstall:529:9550:1 in_eventfd:529:9551:1 reported_split_lock:529:9552:1 in_thrashing:529:9553:1 in_nf_duplicate:529:9554:1 atomic_flags:547:9600 restart_block:145:9664 pid:559:10112 tgid:559:10144 stack_canary:547:10176 real_parent:548:10240 parent:548:10304 children:101:10368 sibling:101:10496 group_leader:548:10624 ptraced:101:10688 ptrace_entry:101:10816 thread_pid:560:10944 pid_links:561:11008 thread_node:101:11520 vfork_done:562:11648 set_child_tid:563:11712 clear_child_tid:563:11776 worker_private:504:11840 utime:506:11904 stime:506:11968 gtime:506:12032 prev_cputime:152:12096 nvcsw:547:12288 nivcsw:547:12352 start_time:506:12416 start_boottime:506:12480 min_flt:547:12544 maj_flt:547:12608 posix_cputimers:153:12672 posix_cputimers_work:156:13312 ptracer_cred:564:13760 real_cred:564:13824 cred:564:13888 cached_requested_key:565:13952 comm:511:14016 nameidata:566:14144 sysvsem:157:14208 sysvshm:158:14272 last_switch_count:547:14400 last_switch_time:547:14464 fs:567:14528 files:568:14592 io_uring:569:14656 nsproxy:570:14720 signal:571:14784 sighand:572:14848 blocked:573:14912 real_blocked:573:14976 saved_sigmask:573:15040 pending:160:15104 sas_ss_sp:547:15296 sas_ss_size:525:15360 sas_ss_flags:529:15424 task_works:574:15488 audit_context:575:15552 loginuid:576:15616 sessionid:529:15648 seccomp:162:15680 syscall_dispatch:163:15808 parent_exec_id:506:16064 self_exec_id:506:16128 alloc_lock:513:16192 pi_lock:577:16224 wake_q:164:16256 pi_waiters:126:16320 pi_top_task:548:16448 pi_blocked_on:578:16512 blocked_on:579:16576 blocker:547:16640 journal_info:504:16704 bio_list:580:16768 plug:581:16832 reclaim_state:582:16896 io_context:583:16960 capture_control:584:17024 ptrace_message:547:17088 last_siginfo:585:17152 ioac:165:17216 psi_flags:529:17664 acct_rss_mem1:506:17728 acct_vm_mem1:506:17792 acct_timexpd:506:17856 mems_allowed:586:17920 mems_allowed_seq:587:18944 cpuset_mem_spread_rotor:508:18976 cgroups:588:19008 cg_list:101:19072 robust_list:589:19200 compat_robust_list:590:19264 pi_state_list:101:19328 pi_state_cache:591:19456 futex_exit_mutex:92:19520 futex_state:529:19776 perf_recursion:592:19808 perf_event_ctxp:593:19840 perf_event_mutex:92:19904 perf_event_list:101:20160 perf_ctx_data:594:20288 mempolicy:595:20352 il_prev:596:20416 il_weight:516:20432 pref_node_fork:596:20448 numa_scan_seq:508:20480 numa_scan_period:529:20512 numa_scan_period_max:529:20544 numa_preferred_nid:508:20576 numa_migrate_retry:547:20608 node_stamp:506:20672 last_task_numa_placement:506:20736 last_sum_exec_runtime:506:20800 numa_work:104:20864 numa_group:597:20992 numa_faults:598:21056 total_numa_faults:547:21120 numa_faults_locality:599:21184 numa_pages_migrated:547:21376 rseq:600:21440 rseq_len:501:21504 rseq_sig:501:21536 rseq_event_mask:547:21568 mm_cid:508:21632 last_mm_cid:508:21664 migrate_from_cpu:508:21696 mm_cid_active:508:21728 cid_work:104:21760 tlb_ubc:169:21888 splice_pipe:601:22272 task_frag:171:22336 delays:602:22464 nr_dirtied:508:22528 nr_dirtied_pause:508:22560 dirty_paused_when:547:22592 timer_slack_ns:506:22656 default_timer_slack_ns:506:22720 trace_recursion:547:22784 memcg_in_oom:603:22848 memcg_nr_pages_over_high:529:22912 active_memcg:603:22976 objcg:510:23040 throttle_disk:604:23104 utask:605:23168 kmap_ctrl:172:23232 rcu:104:23232 rcu_users:546:23360 pagefault_disabled:508:23392 oom_reaper_list:548:23424 oom_reaper_timer:59:23488 stack_vm_area:545:23808 stack_refcount:546:23872 security:504:23936 bpf_storage:606:24000 bpf_ctx:607:24064 bpf_net_context:608:24128 kstack_offset:501:24192 l1d_flush_kill:104:24256 unwind_info:173:24384 thread:176:24704
struct mm_struct 1472 -:178:0 cpu_bitmap:544:11776
struct css_set 544 subsys:609:0 refcount:546:768 dom_cset:588:832 dfl_cgrp:610:896 nr_tasks:508:960 tasks:101:1024 mg_tasks:101:1152 dying_tasks:101:1280 task_iters:101:1408 e_cset_node:611:1536 threaded_csets:101:3072 threaded_csets_node:101:3200 hlist:151:3328 cgrp_links:101:3456 mg_src_preload_node:101:3584 mg_dst_preload_node:101:3712 mg_node:101:3840 mg_src_cgrp:610:3968 mg_dst_cgrp:610:4032 mg_dst_cset:588:4096 dead:515:4160 callback_head:104:4224
struct cgroup 2240 self:187:0 flags:547:1664 level:508:1728 max_depth:508:1760 nr_descendants:508:1792 nr_dying_descendants:508:1824 max_descendants:508:1856 nr_populated_csets:508:1888 nr_populated_domain_children:508:1920 nr_populated_threaded_children:508:1952 nr_threaded_children:508:1984 kill_seq:529:2016 kn:612:2048 procs_file:190:2112 events_file:190:2560 psi_files:613:3008 subtree_control:537:4352 subtree_ss_mask:537:4368 old_subtree_control:537:4384 old_subtree_ss_mask:537:4400 subsys:609:4416 nr_dying_subsys:614:5184 root:615:5568 cset_links:101:5632 e_csets:611:5760 dom_cgrp:610:7296 old_dom_cgrp:610:7360 rstat_base_cpu:616:7424 _pad_:191:7680 last_bstat:192:7680 bstat:192:7936 prev_cputime:152:8192 pidlists:101:8384 pidlist_mutex:92:8512 offline_waitq:617:8768 release_agent_work:103:8960 psi:618:9216 bpf:195:9280 freezer:196:17472 bpf_cgrp_storage:606:17728 ancestors:619:17792
struct kernfs_node 136 count:522:0 active:522:32 __parent:612:64 name:620:128 rb:133:192 ns:621:384 hash:529:448 flags:555:480 mode:622:496 -:197:512 id:506:768 priv:504:832 iattr:623:896 rcu:104:960
struct cred 184 usage:624:0 uid:576:64 gid:625:96 suid:576:128 sgid:625:160 euid:576:192 egid:625:224 fsuid:576:256 fsgid:625:288 securebits:529:320 cap_inheritable:626:384 cap_permitted:626:448 cap_effective:626:512 cap_bset:626:576 cap_ambient:626:640 jit_keyring:627:704 session_keyring:565:768 process_keyring:565:832 thread_keyring:565:896 request_key_auth:565:960 security:504:1024 user:628:1088 user_ns:629:1152 ucounts:630:1216 group_info:631:1280 -:203:1344
struct pid 144 count:546:0 level:529:32 lock:513:64 -:204:128 tasks:632:512 inodes:140:768 wait_pidfd:617:832 rcu:104:1024 numbers:633:1152
struct nsproxy 72 count:546:0 uts_ns:634:64 ipc_ns:635:128 mnt_ns:636:192 pid_ns_for_children:637:256 net_ns:638:320 time_ns:639:384 time_ns_for_children:639:448 cgroup_ns:640:512
struct file 184 f_lock:513:0 f_mode:641:32 f_op:642:64 f_mapping:558:128 private_data:504:192 f_inode:643:256 f_flags:529:320 f_iocb_flags:529:352 f_cred:564:384 f_owner:644:448 -:206:512 -:207:640 f_pos:645:896 f_security:504:960 f_wb_err:646:1024 f_sb_err:646:1056 f_ep:528:1088 -:208:1152 f_ref:647:1408
struct inode 616 i_mode:622:0 i_opflags:555:16 i_uid:576:32 i_gid:625:64 i_flags:529:96 i_acl:648:128 i_default_acl:648:192 i_op:649:256 i_sb:650:320 i_mapping:558:384 i_security:504:448 i_ino:547:512 -:212:576 i_rdev:651:608 i_size:645:640 i_atime_sec:652:704 i_mtime_sec:652:768 i_ctime_sec:652:832 i_atime_nsec:501:896 i_mtime_nsec:501:928 i_ctime_nsec:501:960 i_generation:501:992 i_lock:513:1024 i_bytes:555:1056 i_blkbits:516:1072 i_write_hint:653:1080 i_blocks:654:1088 i_state:655:1152 i_rwsem:182:1216 dirtied_when:547:1536 dirtied_time_when:547:1600 i_hash:151:1664 i_io_list:101:1792 i_wb:656:1920 i_wb_frn_winner:508:1984 i_wb_frn_avg_time:537:2016 i_wb_frn_history:537:2032 i_lru:101:2048 i_kept:129:2176 i_sb_list:101:2240 i_wb_list:101:2368 -:213:2496 i_version:512:2624 i_sequence:512:2688 i_count:522:2752 i_dio_count:522:2784 i_writecount:522:2816 i_readcount:522:2848 -:214:2880 i_flctx:657:2944 i_data:215:3008 -:217:4544 -:218:4672 i_fsnotify_mask:658:4736 i_fsnotify_marks:659:4800 i_private:504:4864
struct dentry 192 d_flags:529:0 d_seq:587:32 d_hash:219:64 d_parent:660:192 -:220:256 d_inode:643:384 d_shortname:224:448 d_op:661:768 d_sb:650:832 d_time:547:896 d_fsdata:504:960 d_lockref:225:1024 -:228:1088 d_sib:151:1216 d_children:140:1344 d_u:229:1408
struct path 16 mnt:662:0 dentry:660:64
struct sk_buff 224 -:230:0 sk:663:192 -:233:256 cb:664:320 -:234:704 _nfct:547:832 len:529:896 data_len:529:928 mac_len:665:960 hdr_len:665:976 queue_mapping:665:992 __cloned_offset:666:1008 cloned:667:1008:1 nohdr:667:1009:1 fclone:667:1010:2 peeked:667:1012:1 head_frag:667:1013:1 pfmemalloc:667:1014:1 pp_recycle:667:1015:1 active_extensions:667:1016 -:236:1024 tail:668:1472 end:668:1504 head:669:1536 data:669:1600 truesize:529:1664 users:546:1696 extensions:670:1728
struct sock_common 136 -:245:0 -:247:64 -:248:96 skc_family:555:128 skc_state:671:144 skc_reuse:627:152:4 skc_reuseport:627:156:1 skc_ipv6only:627:157:1 skc_net_refcnt:627:158:1 skc_bound_dev_if:508:160 -:250:192 skc_prot:672:320 skc_net:673:384 skc_v6_daddr:252:448 skc_v6_rcv_saddr:252:576 skc_cookie:512:704 -:254:768 skc_dontcopy_begin:674:832 -:255:832 skc_tx_queue_mapping:555:960 skc_rx_queue_mapping:555:976 -:257:992 skc_refcnt:546:1024 skc_dontcopy_end:674:1056 -:258:1056
struct sock 784 __sk_common:32:0 __cacheline_group_begin__sock_write_rx:666:1088 sk_drops:522:1088 sk_peek_off:675:1120 sk_error_queue:259:1152 sk_receive_queue:259:1344 sk_backlog:263:1536 __cacheline_group_end__sock_write_rx:666:1728 __cacheline_group_begin__sock_read_rx:666:1728 sk_rx_dst:676:1728 sk_rx_dst_ifindex:508:1792 sk_rx_dst_cookie:501:1824 sk_ll_usec:529:1856 sk_napi_id:529:1888 sk_busy_poll_budget:537:1920 sk_prefer_busy_poll:516:1936 sk_userlocks:516:1944 sk_rcvbuf:508:1952 sk_filter:677:1984 -:264:2048 sk_data_ready:678:2112 sk_rcvtimeo:679:2176 sk_rcvlowat:508:2240 __cacheline_group_end__sock_read_rx:666:2272 __cacheline_group_begin__sock_read_rxtx:666:2272 sk_err:508:2272 sk_socket:680:2304 sk_memcg:603:2368 sk_policy:681:2432 __cacheline_group_end__sock_read_rxtx:666:2560 __cacheline_group_begin__sock_write_rxtx:666:2560 sk_lock:682:2560 sk_reserved_mem:501:2816 sk_forward_alloc:508:2848 sk_tsflags:501:2880 __cacheline_group_end__sock_write_rxtx:666:2912 __cacheline_group_begin__sock_write_tx:666:2912 sk_write_pending:508:2912 sk_omem_alloc:522:2944 sk_err_soft:508:2976 sk_wmem_queued:508:3008 sk_wmem_alloc:546:3040 sk_tsq_flags:547:3072 -:266:3136 sk_write_queue:259:3200 sk_dst_pending_confirm:501:3392 sk_pacing_status:501:3424 sk_frag:171:3456 sk_timer:59:3584 sk_pacing_rate:547:3904 sk_zckey:522:3968 sk_tskey:522:4000 __cacheline_group_end__sock_write_tx:666:4032 __cacheline_group_begin__sock_read_tx:666:4032 sk_max_pacing_rate:547:4032 sk_sndtimeo:679:4096 sk_priority:501:4160 sk_mark:501:4192 sk_uid:576:4224 sk_protocol:537:4256 sk_type:537:4272 sk_dst_cache:676:4288 sk_route_caps:683:4352 sk_gso_type:537:4416 sk_gso_max_segs:537:4432 sk_gso_max_size:529:4448 sk_allocation:684:4480 sk_txhash:501:4512 sk_sndbuf:508:4544 sk_pacing_shift:516:4576 sk_use_task_frag:515:4584 __cacheline_group_end__sock_read_tx:666:4592 sk_gso_disabled:516:4592:1 sk_kern_sock:516:4593:1 sk_no_check_tx:516:4594:1 sk_no_check_rx:516:4595:1 sk_shutdown:516:4600 sk_lingertime:547:4608 sk_prot_creator:672:4672 sk_callback_lock:685:4736 sk_ack_backlog:501:4800 sk_max_ack_backlog:501:4832 sk_ino:547:4864 sk_peer_lock:513:4928 sk_bind_phc:508:4960 sk_peer_pid:560:4992 sk_peer_cred:564:5056 sk_stamp:686:5120 sk_disconnects:508:5184 -:271:5216 sk_clockid:516:5224 sk_txtime_deadline_mode:516:5232:1 sk_txtime_report_errors:516:5233:1 sk_txtime_unused:516:5234:6 sk_bpf_cb_flags:516:5240 sk_user_data:504:5248 sk_security:504:5312 sk_cgrp_data:273:5376 sk_state_change:678:5504 sk_write_space:678:5568 sk_error_report:678:5632 sk_backlog_rcv:687:5696 sk_destruct:678:5760 sk_reuseport_cb:688:5824 sk_bpf_storage:606:5888 sk_drop_counters:689:5952 sk_rcu:104:6016 ns_tracker:690:6144 sk_user_frags:216:6144
struct inet_sock 1016 sk:33:0 pinet6:691:6272 ipv6_fl_list:692:6336 inet_flags:547:6400 inet_saddr:693:6464 uc_ttl:694:6496 inet_sport:695:6512 inet_opt:696:6528 inet_id:522:6592 tos:667:6624 min_ttl:667:6632 mc_ttl:667:6640 pmtudisc:667:6648 rcv_tos:667:6656 convert_csum:667:6664 uc_index:508:6688 mc_index:508:6720 mc_addr:693:6752 local_port_range:501:6784 mc_list:697:6848 cork:274:6912
struct socket 128 state:698:0 type:596:32 flags:547:64 file:699:128 sk:663:192 ops:700:256 wq:286:512
struct xdp_buff 56 data:504:0 data_end:504:64 data_meta:504:128 data_hard_start:504:192 rxq:701:256 txq:702:320 -:287:384
struct pt_regs 168 r15:547:0 r14:547:64 r13:547:128 r12:547:192 bp:547:256 bx:547:320 r11:547:384 r10:547:448 r9:547:512 r8:547:576 ax:547:640 cx:547:704 dx:547:768 si:547:832 di:547:896 orig_ax:547:960 ip:547:1024 -:289:1088 flags:547:1152 sp:547:1216 -:291:1280
struct nf_hook_state 48 hook:516:0 pf:516:8 in:703:64 out:703:128 sk:663:192 net:638:256 okfn:704:320
struct seq_file 120 buf:518:0 size:525:64 from:525:128 count:525:192 pad_until:525:256 index:645:320 read_pos:645:384 lock:92:448 op:705:704 poll_event:508:768 file:706:832 private:504:896
struct linux_binprm 408 vma:707:0 vma_pages:547:64 argmin:547:128 mm:557:192 p:547:256 have_execfd:529:320:1 execfd_creds:529:321:1 secureexec:529:322:1 point_of_no_return:529:323:1 comm_from_dentry:529:324:1 is_check:529:325:1 executable:699:384 interpreter:699:448 file:699:512 cred:708:576 unsafe:508:640 per_clear:529:672 argc:508:704 envc:508:736 filename:620:768 interp:620:832 fdpath:620:896 interp_flags:529:960 execfd:508:992 exec:547:1024 rlim_stack:293:1088 buf:709:1216
struct bpf_iter_meta 24 -:294:0 session_id:506:64 seq_num:506:128
struct bpf_iter__task 16 -:295:0 -:296:64
struct bpf_iter__bpf_map 16 -:295:0 -:297:64
struct bpf_iter__bpf_map_elem 32 -:295:0 -:297:64 -:298:128 -:299:192
struct bpf_dynptr 16 __opaque:710:0
struct bpf_timer 16 __opaque:710:0
struct bpf_wq 16 __opaque:710:0
struct bpf_task_work 8 __opaque:711:0
struct bpf_spin_lock 4 val:658:0
struct bpf_res_spin_lock 4 val:501:0
struct bpf_list_head 16 __opaque:710:0
struct bpf_list_node 24 __opaque:712:0
struct bpf_rb_root 16 __opaque:710:0
struct bpf_rb_node 32 __opaque:713:0
struct bpf_refcount 4 __opaque:714:0
struct bpf_cpumask 40 cpumask:554:0 usage:546:256
struct vm_area_struct 192 -:300:0 vm_mm:557:128 vm_page_prot:715:192 -:303:256 vm_lock_seq:529:320 anon_vma_chain:101:384 anon_vma:716:512 vm_ops:717:576 vm_pgoff:547:640 vm_file:699:704 vm_private_data:504:768 swap_readahead_info:624:832 vm_policy:595:896 numab_state:718:960 vm_refcnt:546:1024 shared:304:1088 vm_userfaultfd_ctx:305:1344 pfnmap_track_ctx:719:1408
struct hrtimer 64 node:138:0 _softexpires:686:256 function:720:320 base:721:384 state:516:448 is_rel:516:456 is_soft:516:464 is_hard:516:472
struct timer_list 40 entry:151:0 expires:547:128 function:722:192 flags:501:256
struct task_struct__safe_rcu 32 cpus_ptr:552:0 cgroups:588:64 real_parent:548:128 group_leader:548:192
struct cgroup__safe_rcu 8 kn:612:0
struct css_set__safe_rcu 8 dfl_cgrp:610:0
struct cgroup_subsys_state__safe_rcu 8 cgroup:610:0
struct mm_struct__safe_rcu_or_null 8 exe_file:699:0
struct sk_buff__safe_rcu_or_null 8 sk:663:0
struct request_sock__safe_rcu_or_null 8 sk:663:0
struct bpf_iter_meta__safe_trusted 8 seq:723:0
struct bpf_iter__task__safe_trusted 16 meta:724:0 task:548:64
struct linux_binprm__safe_trusted 8 file:699:0
struct file__safe_trusted 8 f_inode:643:0
struct dentry__safe_trusted_or_null 8 d_inode:643:0
struct socket__safe_trusted_or_null 8 sk:663:0
struct cpumask 32 bits:725:0
struct bpf_crypto_ctx 48 type:726:0 tfm:504:64 siv_len:501:128 rcu:104:192 usage:546:320
struct xdp_md 24 data:658:0 data_end:658:32 data_meta:658:64 ingress_ifindex:658:96 rx_queue_index:658:128 egress_ifindex:658:160
struct bpf_iter_bits 16 __opaque:710:0
struct bpf_iter_css 24 __opaque:712:0
struct bpf_iter_css_task 8 __opaque:727:0
struct bpf_iter_dmabuf 8 __opaque:727:0
struct bpf_iter_kmem_cache 8 __opaque:727:0
struct bpf_iter_num 8 __opaque:727:0
struct bpf_iter_task 24 __opaque:712:0
struct bpf_iter_task_vma 8 __opaque:727:0
struct bpf_key 16 key:565:0 has_ref:515:64
struct prog_test_member 8 m:306:0 c:508:32
struct bpf_tcp_req_attrs 20 rcv_tsval:501:0 rcv_tsecr:501:32 mss:537:64 rcv_wscale:516:80 snd_wscale:516:88 ecn_ok:516:96 wscale_ok:516:104 sack_ok:516:112 tstamp_ok:516:120 usec_ts_ok:516:128 reserved:728:136
struct bpf_sock_tuple 36 -:307:0
struct bpf_ct_opts 16 netns_id:729:0 error:729:32 l4proto:516:64 dir:516:72 ct_zone_id:537:80 ct_zone_dir:516:96 reserved:728:104
struct bpf_sock_addr_kern 40 sk:663:0 uaddr:730:64 tmp_reg:506:128 t_ctx:504:192 uaddrlen:501:256
struct bpf_sock_ops_kern 64 sk:663:0 -:310:64 syn_skb:731:192 skb:731:256 skb_data_end:504:320 op:516:384 is_fullsock:516:392 is_locked_tcp_sock:516:400 remaining_opt_len:516:408 temp:506:448
struct bpf_xfrm_state_opts 36 error:729:0 netns_id:729:32 mark:501:64 daddr:732:96 spi:693:224 proto:516:256 family:537:272
struct mutex 32 owner:624:0 wait_lock:577:64 osq:100:96 wait_list:101:128
struct - 8 counter:733:0
struct raw_spinlock 4 raw_lock:734:0
struct qspinlock 4 -:96:0
union - 4 val:522:0 -:98:0 -:99:0
struct - 4 counter:508:0
struct - 2 locked:516:0 pending:516:8
struct - 4 locked_pending:537:0 tail:537:16
struct optimistic_spin_queue 4 tail:522:0
struct list_head 16 next:735:0 prev:735:64
union - 32 work:103:0 rcu:104:0
struct work_struct 32 data:624:0 entry:101:64 func:736:192
struct callback_head 16 next:574:0 func:737:64
struct spinlock 4 -:106:0
union - 4 rlock:94:0
union - 0 -:108:0 -:110:0 -:111:0
struct - 0 __empty_value:109:0 value:535:0
struct - 0
struct - 0 __empty_ptrs:109:0 ptrs:738:0
struct - 0 __empty_pptrs:109:0 pptrs:738:0
struct bpf_mem_alloc 64 caches:739:0 cache:740:64 objcg:510:128 percpu:515:192 work:103:256
union - 256 freelist:114:0 lru:115:0
struct pcpu_freelist 8 freelist:741:0
struct bpf_lru 256 -:116:0 del_from_htab:742:1536 del_arg:504:1600 hash_offset:529:1664 target_free:529:1696 nr_scans:529:1728 percpu:515:1760
union - 192 common_lru:117:0 percpu_lru:743:0
struct bpf_common_lru 192 lru_list:118:0 local_list:744:1024
struct bpf_lru_list 128 lists:745:0 counts:746:384 next_inactive_rotation:735:448 lock:526:512
struct percpu_counter 40 lock:577:0 count:733:64 list:101:128 counters:747:256
struct sk_psock_progs 64 msg_parser:748:0 stream_parser:748:64 stream_verdict:748:128 skb_verdict:748:192 msg_parser_link:749:256 stream_parser_link:749:320 stream_verdict_link:749:384 skb_verdict_link:749:448
struct rb_root 8 rb_node:750:0
struct bpf_struct_ops_value 64 common:123:0 data:535:512
struct bpf_struct_ops_common_value 8 refcnt:546:0 state:751:32
struct refcount_struct 4 refs:522:0
struct range_tree 32 it_root:126:0 range_size_root:126:128
struct rb_root_cached 16 rb_root:121:0 rb_leftmost:750:64
struct thread_info 24 flags:547:0 syscall_work:547:64 status:501:128 cpu:501:160
struct __call_single_node 16 llist:129:0 -:130:64 src:537:96 dst:537:112
struct llist_node 8 next:752:0
union - 4 u_flags:529:0 a_flags:522:0
struct sched_entity 256 load:132:0 run_node:133:128 deadline:506:320 min_vruntime:506:384 min_slice:506:448 max_slice:506:512 group_node:101:576 on_rq:627:704 sched_delayed:627:712 rel_deadline:627:720 custom_slice:627:728 exec_start:506:768 sum_exec_runtime:506:832 prev_sum_exec_runtime:506:896 vruntime:506:960 -:134:1024 slice:506:1088 nr_migrations:506:1152 depth:508:1216 parent:753:1280 cfs_rq:754:1344 my_q:754:1408 runnable_weight:547:1472 avg:135:1536
struct load_weight 16 weight:547:0 inv_weight:501:64
struct rb_node 24 __rb_parent_color:547:0 rb_right:750:64 rb_left:750:128
union - 8 vlag:733:0 vprot:506:0
struct sched_avg 64 last_update_time:506:0 load_sum:506:64 runnable_sum:506:128 util_sum:501:192 period_contrib:501:224 load_avg:547:256 runnable_avg:547:320 util_avg:547:384 util_est:529:448
struct sched_rt_entity 72 run_list:101:0 timeout:547:128 watchdog_stamp:547:192 time_slice:529:256 on_rq:555:288 on_list:555:304 back:755:320 parent:755:384 rt_rq:756:448 my_q:756:512
struct sched_dl_entity 240 rb_node:133:0 dl_runtime:506:192 dl_deadline:506:256 dl_period:506:320 dl_bw:506:384 dl_density:506:448 runtime:733:512 deadline:506:576 flags:529:640 dl_throttled:529:672:1 dl_yielded:529:673:1 dl_non_contending:529:674:1 dl_overrun:529:675:1 dl_server:529:676:1 dl_server_active:529:677:1 dl_defer:529:678:1 dl_defer_armed:529:679:1 dl_defer_running:529:680:1 dl_timer:58:704 inactive_timer:58:1216 rq:757:1728 server_pick_task:758:1792 pi_se:549:1856
struct timerqueue_node 32 node:133:0 expires:686:192
struct sched_statistics 0
struct hlist_head 8 first:759:0
union rcu_special 4 b:142:0 s:501:0
struct - 4 blocked:516:0 need_qs:516:8 exp_hint:516:16 need_mb:516:24
struct sched_info 48 pcount:547:0 run_delay:760:64 max_run_delay:760:128 min_run_delay:760:192 last_arrival:760:256 last_queued:760:320
struct plist_node 40 prio:508:0 prio_list:101:64 node_list:101:192
struct restart_block 56 arch_data:547:0 fn:761:64 -:146:128
union - 40 futex:147:0 nanosleep:148:0 poll:150:0
struct - 40 uaddr:762:0 val:501:64 flags:501:96 bitset:501:128 time:506:192 uaddr2:762:256
struct - 24 clockid:763:0 type:764:32 -:149:64 expires:506:128
union - 8 rmtp:765:0 compat_rmtp:766:0
struct - 32 ufds:767:0 nfds:508:64 has_timeout:508:96 tv_sec:547:128 tv_nsec:547:192
struct hlist_node 16 next:759:0 pprev:768:64
struct prev_cputime 24 utime:506:0 stime:506:64 lock:577:128
struct posix_cputimers 80 bases:769:0 timers_active:529:576 expiry_active:529:608
struct posix_cputimer_base 24 nextevt:506:0 tqhead:155:64
struct timerqueue_head 16 rb_root:126:0
struct posix_cputimers_work 56 work:104:0 mutex:92:128 scheduled:529:384
struct sysv_sem 8 undo_list:770:0
struct sysv_shm 16 shm_clist:101:0
struct - 8 sig:771:0
struct sigpending 24 list:101:0 signal:573:128
struct - 4 val:772:0
struct seccomp 16 mode:508:0 filter_count:522:32 filter:773:64
struct syscall_user_dispatch 32 selector:518:0 offset:547:64 len:547:128 on_dispatch:515:192
struct wake_q_node 8 next:774:0
struct task_io_accounting 56 rchar:506:0 wchar:506:64 syscr:506:128 syscw:506:192 read_bytes:506:256 write_bytes:506:320 cancelled_write_bytes:506:384
struct - 128 bits:775:0
struct seqcount_spinlock 4 seqcount:776:0
struct seqcount 4 sequence:529:0
struct tlbflush_unmap_batch 48 arch:170:0 flush_required:515:320 writable:515:328
struct arch_tlbflush_unmap_batch 40 cpumask:73:0 unmapped_pages:515:256
struct page_frag 16 page:777:0 offset:658:64 size:658:96
struct kmap_ctrl 0
struct unwind_task_info 40 unwind_mask:547:0 cache:778:64 work:104:128 id:174:256
union unwind_task_id 8 -:175:0 id:506:0
struct - 8 cpu:501:0 cnt:501:32
struct thread_struct 152 tls_array:779:0 sp:547:192 es:555:256 ds:555:272 fsindex:555:288 gsindex:555:304 fsbase:547:320 gsbase:547:384 ptrace_bps:780:448 virtual_dr6:547:704 ptrace_dr7:547:768 cr2:547:832 trap_nr:547:896 error_code:547:960 io_bitmap:781:1024 iopl_emul:547:1088 iopl_warn:529:1152:1 pkru:501:1184
struct desc_struct 8 limit0:537:0 base0:537:16 base1:537:32:8 type:537:40:4 s:537:44:1 dpl:537:45:2 p:537:47:1 limit1:537:48:4 avl:537:52:1 l:537:53:1 d:537:54:1 g:537:55:1 base2:537:56:8
struct - 1472 -:179:0 mm_mt:180:512 mmap_base:547:640 mmap_legacy_base:547:704 mmap_compat_base:547:768 mmap_compat_legacy_base:547:832 task_size:547:896 pgd:782:960 membarrier_state:522:1024 mm_users:522:1056 pcpu_cid:783:1088 mm_cid_next_scan:547:1152 nr_cpus_allowed:529:1216 max_nr_cid:522:1248 cpus_allowed_lock:577:1280 pgtables_bytes:624:1344 map_count:508:1408 page_table_lock:513:1440 mmap_lock:182:1472 mmlist:101:1792 vma_writer_wait:183:1920 mm_lock_seq:776:1984 futex_hash_lock:92:2048 futex_phash:784:2304 futex_phash_new:784:2368 futex_batches:547:2432 futex_rcu:104:2496 futex_atomic:624:2624 futex_ref:785:2688 hiwater_rss:547:2752 hiwater_vm:547:2816 total_vm:547:2880 locked_vm:547:2944 pinned_vm:512:3008 data_vm:547:3072 exec_vm:547:3136 stack_vm:547:3200 def_flags:786:3264 write_protect_seq:776:3328 arg_lock:513:3360 start_code:547:3392 end_code:547:3456 start_data:547:3520 end_data:547:3584 start_brk:547:3648 brk:547:3712 start_stack:547:3776 arg_start:547:3840 arg_end:547:3904 env_start:547:3968 env_end:547:4032 saved_auxv:787:4096 rss_stat:788:7680 binfmt:789:8960 context:790:9024 flags:791:10176 ioctx_lock:513:10240 ioctx_table:792:10304 owner:548:10368 user_ns:629:10432 exe_file:699:10496 notifier_subscriptions:793:10560 numa_next_scan:547:10624 numa_scan_offset:547:10688 numa_scan_seq:508:10752 tlb_flush_pending:522:10784 tlb_flush_batched:522:10816 uprobes_state:186:10880 hugetlb_usage:624:11008 async_put_work:103:11072 ksm_merging_pages:547:11328 ksm_rmap_items:547:11392 ksm_zero_pages:624:11456 mm_id:794:11520
struct - 64 mm_count:522:0
struct maple_tree 16 -:181:0 ma_flags:529:32 ma_root:504:64
union - 4 ma_lock:513:0
struct rw_semaphore 40 count:624:0 owner:624:64 osq:100:128 wait_lock:577:160 wait_list:101:192
struct rcuwait 8 task:548:0
struct - 144 ctx_id:506:0 tlb_gen:512:64 next_trim_cpumask:547:128 ldt_usr_sem:182:192 ldt:795:512 flags:547:576 lock:92:640 vdso:504:896 vdso_image:796:960 perf_rdpmc_allowed:522:1024 pkey_allocation_map:537:1056 execute_only_pkey:797:1072 global_asid:537:1088 asid_transition:515:1104
struct - 8 __mm_flags:771:0
struct uprobes_state 16 xol_area:798:0 head_tramps:140:64
struct cgroup_subsys_state 208 cgroup:610:0 ss:799:64 refcnt:188:128 rstat_cpu:800:256 sibling:101:320 children:101:448 id:508:576 flags:529:608 serial_nr:506:640 online_cnt:522:704 destroy_work:103:768 destroy_rwork:189:1024 parent:801:1472 nr_descendants:508:1536 rstat_flush_next:801:1600
struct percpu_ref 16 percpu_count_ptr:547:0 data:802:64
struct rcu_work 56 work:103:0 rcu:104:256 wq:803:384
struct cgroup_file 56 kn:612:0 notified_at:547:64 notify_timer:59:128
struct cacheline_padding 0 x:535:0
struct cgroup_base_stat 32 cputime:193:0 ntime:506:192
struct task_cputime 24 stime:506:0 utime:506:64 sum_exec_runtime:760:128
struct wait_queue_head 24 lock:513:0 head:101:64
struct cgroup_bpf 1024 effective:804:0 progs:805:2432 flags:806:4864 revisions:807:5184 storages:101:7616 inactive:808:7744 refcnt:188:7808 release_work:103:7936
struct cgroup_freezer_state 32 freeze:515:0 e_freeze:515:8 nr_frozen_descendants:508:32 nr_frozen_tasks:508:64 freeze_seq:587:96 freeze_start_nsec:506:128 frozen_nsec:506:192
union - 32 dir:198:0 symlink:199:0 attr:200:0
struct kernfs_elem_dir 32 subdirs:547:0 children:121:64 root:809:128 rev:547:192
struct kernfs_elem_symlink 8 target_kn:612:0
struct kernfs_elem_attr 32 ops:810:0 open:811:64 size:645:128 notify_next:612:192
struct - 4 val:812:0
struct - 8 val:506:0
union - 16 non_rcu:508:0 rcu:104:0
struct - 48 ino:506:0 pidfs_node:133:64 stashed:660:256 attr:813:320
struct upid 16 nr:508:0 ns:637:64
union - 16 f_path:814:0 __f_path:30:0
union - 32 f_pos_lock:92:0 f_pipe:506:0
union - 32 f_task_work:104:0 f_llist:129:0 f_ra:209:0 f_freeptr:815:0
struct file_ra_state 32 start:547:0 size:529:64 async_size:529:96 ra_pages:529:128 order:555:160 mmap_miss:555:176 prev_pos:645:192
struct - 8 v:547:0
struct - 8 refcnt:512:0
union - 4 i_nlink:816:0 __i_nlink:529:0
union - 16 i_dentry:140:0 i_rcu:104:0
union - 8 i_fop:642:0 free_inode:817:0
struct address_space 192 host:643:0 i_pages:216:64 invalidate_lock:182:192 gfp_mask:684:512 i_mmap_writable:522:544 i_mmap:126:576 nrpages:547:704 writeback_index:547:768 a_ops:818:832 flags:547:896 wb_err:646:960 i_private_lock:513:992 i_private_list:101:1024 i_mmap_rwsem:182:1152 i_private_data:504:1472
struct xarray 16 xa_lock:513:0 xa_flags:684:32 xa_head:504:64
union - 16 i_devices:101:0 i_linklen:508:0
union - 8 i_pipe:601:0 i_cdev:819:0 i_link:518:0 i_dir_seq:529:0
struct hlist_bl_node 16 next:820:0 pprev:821:64
union - 16 __d_name:221:0 d_name:822:0
struct qstr 16 -:222:0 name:823:64
union - 8 -:223:0 hash_len:506:0
struct - 8 hash:501:0 len:501:32
union shortname_store 40 string:824:0 words:825:0
struct lockref 8 -:226:0
union - 8 lock_count:711:0 -:227:0
struct - 8 lock:513:0 count:508:32
union - 16 d_lru:101:0 d_wait:826:0
union - 16 d_alias:151:0 d_in_lookup_hash:219:0 d_rcu:104:0
union - 24 -:231:0 rbnode:133:0 list:101:0 ll_node:129:0
struct - 24 next:731:0 prev:731:64 -:232:128
union - 8 dev:703:0 dev_scratch:547:0
union - 8 tstamp:686:0 skb_mstamp_ns:506:0
union - 16 -:235:0 tcp_tsorted_anchor:101:0 _sk_redir:547:0
struct - 16 _skb_refdst:547:0 destructor:827:64
union - 56 -:237:0 headers:237:0
struct - 56 __pkt_type_offset:666:0 pkt_type:667:0:3 ignore_df:667:3:1 dst_pending_confirm:667:4:1 ip_summed:667:5:2 ooo_okay:667:7:1 __mono_tc_offset:666:8 tstamp_type:667:8:2 tc_at_ingress:667:10:1 tc_skip_classify:667:11:1 remcsum_offload:667:12:1 csum_complete_sw:667:13:1 csum_level:667:14:2 inner_protocol_type:667:16:1 l4_hash:667:17:1 sw_hash:667:18:1 no_fcs:667:19:1 encapsulation:667:20:1 encap_hdr_csum:667:21:1 csum_valid:667:22:1 nf_trace:667:23:1 redirected:667:24:1 from_ingress:667:25:1 nf_skip_egress:667:26:1 slow_gro:667:27:1 unreadable:667:28:1 tc_index:665:32 alloc_cpu:537:48 -:238:64 priority:658:96 skb_iif:508:128 hash:658:160 -:240:192 -:242:224 secmark:658:256 -:243:288 -:244:320 inner_transport_header:665:336 inner_network_header:665:352 inner_mac_header:665:368 protocol:695:384 transport_header:665:400 network_header:665:416 mac_header:665:432
union - 4 csum:828:0 -:239:0
struct - 4 csum_start:665:0 csum_offset:665:16
union - 4 vlan_all:501:0 -:241:0
struct - 4 vlan_proto:695:0 vlan_tci:665:16
union - 4 napi_id:529:0 sender_cpu:529:0
union - 4 mark:658:0 reserved_tailroom:658:0
union - 2 inner_protocol:695:0 inner_ipproto:667:0
union - 8 skc_addrpair:829:0 -:246:0
struct - 8 skc_daddr:693:0 skc_rcv_saddr:693:32
union - 4 skc_hash:529:0 skc_u16hashes:830:0
union - 4 skc_portpair:831:0 -:249:0
struct - 4 skc_dport:695:0 skc_num:665:16
union - 16 skc_bind_node:151:0 skc_portaddr_node:151:0
struct - 8 net:638:0
struct in6_addr 16 in6_u:253:0
union - 16 u6_addr8:832:0 u6_addr16:833:0 u6_addr32:834:0
union - 8 skc_flags:547:0 skc_listener:663:0 skc_tw_dr:835:0
union - 16 skc_node:151:0 skc_nulls_node:256:0
struct hlist_nulls_node 16 next:836:0 pprev:837:64
union - 4 skc_incoming_cpu:508:0 skc_rcv_wnd:501:0 skc_tw_rcv_nxt:501:0
union - 4 skc_rxhash:501:0 skc_window_clamp:501:0 skc_tw_snd_nxt:501:0
struct sk_buff_head 24 -:260:0 qlen:658:128 lock:513:160
union - 16 -:261:0 list:262:0
struct - 16 next:731:0 prev:731:64
struct sk_buff_list 16 next:731:0 prev:731:64
struct - 24 rmem_alloc:522:0 len:508:32 head:731:64 tail:731:128
union - 8 sk_wq:838:0 sk_wq_raw:838:0
struct - 32 slock:513:0 owned:508:32 wq:617:64
union - 8 sk_send_head:731:0 tcp_rtx_queue:121:0
struct - 8 raw_lock:839:0
struct qrwlock 8 -:269:0 wait_lock:734:32
union - 4 cnts:522:0 -:270:0
struct - 4 wlocked:516:0 __lstate:728:8
union - 1 sk_txrehash:516:0 sk_scm_recv_flags:516:0 -:272:0
struct - 1 sk_scm_credentials:516:0:1 sk_scm_security:516:1:1 sk_scm_pidfd:516:2:1 sk_scm_rights:516:3:1 sk_scm_unused:516:4:4
struct sock_cgroup_data 16 cgroup:610:0 classid:501:64 prioidx:537:96
struct inet_cork_full 152 base:275:0 fl:276:512
struct inet_cork 64 flags:529:0 addr:693:32 opt:840:64 fragsize:529:128 length:508:160 dst:676:192 tx_flags:516:256 ttl:667:264 tos:694:272 priority:501:288 gso_size:665:320 ts_opt_id:501:352 transmit_time:506:384 mark:501:448
struct flowi 88 u:277:0
union - 88 __fl_common:278:0 ip4:280:0 ip6:285:0
struct flowi_common 40 flowic_oif:508:0 flowic_iif:508:32 flowic_l3mdev:508:64 flowic_mark:658:96 flowic_dscp:841:128 flowic_scope:667:136 flowic_proto:667:144 flowic_flags:667:152 flowic_secid:658:160 flowic_uid:576:192 flowic_multipath_hash:658:224 flowic_tun_key:279:256
struct flowi_tunnel 8 tun_id:842:0
struct flowi4 56 __fl_common:278:0 saddr:693:320 daddr:693:352 uli:281:384
union flowi_uli 4 ports:282:0 icmpt:283:0 gre_key:693:0 mht:284:0
struct - 4 dport:695:0 sport:695:16
struct - 2 type:667:0 code:667:8
struct - 1 type:667:0
struct flowi6 88 __fl_common:278:0 daddr:252:320 saddr:252:448 flowlabel:693:576 uli:281:608 mp_hash:658:640
struct socket_wq 64 wait:617:0 fasync_list:843:192 flags:547:256 rcu:104:320
union - 8 -:288:0 frame_sz_flags_init:506:0
struct - 8 frame_sz:501:0 flags:501:32
union - 8 cs:537:0 csx:506:0 fred_cs:290:0
struct fred_cs 8 cs:506:0:16 sl:506:16:2 wfe:506:18:1
union - 8 ss:537:0 ssx:506:0 fred_ss:292:0
struct fred_ss 8 ss:506:0:16 sti:506:16:1 swevent:506:17:1 nmi:506:18:1 vector:506:32:8 type:506:48:4 enclave:506:56:1 lm:506:57:1 nested:506:58:1 insnlen:506:60:4
struct rlimit 16 rlim_cur:844:0 rlim_max:844:64
union - 8 seq:723:0
union - 8 meta:724:0
union - 8 task:548:0
union - 8 map:503:0
union - 8 key:504:0
union - 8 value:504:0
union - 16 -:301:0 vm_freeptr:815:0
struct - 16 vm_start:547:0 vm_end:547:64
struct pgprot 8 pgprot:845:0
union - 8 vm_flags:846:0 __vm_flags:786:0
struct - 32 rb:133:0 rb_subtree_last:547:192
struct vm_userfaultfd_ctx 8 ctx:847:0
struct prog_test_member1 4 a:508:0
union - 36 ipv4:308:0 ipv6:309:0
struct - 12 saddr:693:0 daddr:693:32 sport:695:64 dport:695:80
struct - 36 saddr:834:0 daddr:834:128 sport:695:256 dport:695:272
union - 16 args:848:0 reply:501:0 replylong:848:0
union - 16 a4:693:0 a6:834:0 in6:252:0
func_proto - 0
func_proto - 849 p__map:504 addr__ign:849 page_cnt:501 node_id:508 flags:506
func_proto - 0 p__map:504 ptr__ign:849 page_cnt:501
func_proto - 508 p__map:504 ptr__ign:849 page_cnt:501
func_proto - 504 obj:504
func_proto - 610 cgrp:610
func_proto - 610 cgrp:610 level:508
func_proto - 610 cgid:506
func_proto - 508 cgroup:610 name__str:620 value_p:850
func_proto - 0 cgrp:610
func_proto - 508 dptr:850 off:501 size:501 unsafe_ptr__ign:621
func_proto - 508 dst:504 dst__sz:501 unsafe_ptr__ign:621 flags:506
func_proto - 508 dptr:850 off:501 size:501 unsafe_ptr__ign:621 tsk:548
func_proto - 508 dst:504 dst__sz:501 unsafe_ptr__ign:621 tsk:548 flags:506
func_proto - 851 cpumask:851
func_proto - 515 dst:851 src1:852 src2:852
func_proto - 501 src1:852 src2:852
func_proto - 501 cpumask:852
func_proto - 0 cpumask:851
func_proto - 0 cpu:501 cpumask:851
func_proto - 0 dst:851 src:852
func_proto - 851
func_proto - 515 cpumask:852
func_proto - 515 src1:852 src2:852
func_proto - 0 dst:851 src1:852 src2:852
func_proto - 508 cpumask:853 src:504 src__sz:525
func_proto - 854 ctx:854
func_proto - 854 params:855 params__sz:501 err:563
func_proto - 0 ctx:854
func_proto - 508 ctx:854 src:856 dst:856 siv__nullable:856
func_proto - 508 nfct:857 status:501
func_proto - 508 nfct:857 timeout:501
func_proto - 857 nfct_i:858
func_proto - 0 nfct:857
func_proto - 508 nfct:858 addr:859 port:508 manip:860
func_proto - 508 nfct:861 status:501
func_proto - 0 nfct:858 timeout:501
func_proto - 508 p:856 start:501 end:501
func_proto - 508 p:856 clone__uninit:850
func_proto - 508 dst_ptr:850 dst_off:501 src_ptr:850 src_off:501 size:501
func_proto - 508 s:862 flags:506 ptr__uninit:850
func_proto - 508 skb_:862 flags:506 ptr__uninit:850
func_proto - 508 x:863 flags:506 ptr__uninit:850
func_proto - 515 p:856
func_proto - 508 p:850 offset:501 size:501 val:516
func_proto - 658 p:856
func_proto - 504 p:856 offset:501 buffer__opt:504 buffer__szk:501
func_proto - 508 dentry:660 name__str:620 value_p:850
func_proto - 508 file:699 name__str:620 value_p:850
func_proto - 864 addr:506
func_proto - 699 task:548
func_proto - 0 it:865
func_proto - 508 it:865 unsafe_ptr__ign:866 nr_words:501
func_proto - 563 it:865
func_proto - 0 it:867
func_proto - 508 it:867 start:801 flags:529
func_proto - 801 it:867
func_proto - 0 it:868
func_proto - 508 it:868 css:801 flags:529
func_proto - 548 it:868
func_proto - 0 it:869
func_proto - 508 it:869
func_proto - 870 it:869
func_proto - 0 it:871
func_proto - 508 it:871
func_proto - 864 it:871
func_proto - 0 it:872
func_proto - 508 it:872 start:508 end:508
func_proto - 563 it:872
func_proto - 0 it:873
func_proto - 508 it:873 task__nullable:548 flags:529
func_proto - 548 it:873
func_proto - 0 it:874
func_proto - 508 it:874 task:548 addr:506
func_proto - 707 it:874
func_proto - 0 bkey:875
func_proto - 0 p:876
func_proto - 877 head:878
func_proto - 508 head:878 node:877 meta__ign:504 off:506
func_proto - 0 flags__irq_flag:598
func_proto - 875 id:506
func_proto - 875 serial:729 flags:506
func_proto - 733 map:879
func_proto - 0 p__alloc:504 meta__ign:504
func_proto - 504 local_type_id__k:506 meta__ign:504
func_proto - 508 path:880 buf:518 buf__sz:525
func_proto - 0 file:699
func_proto - 508 root:881 node:882 less:883 meta__ign:504 off:506
func_proto - 882 root:881
func_proto - 882 root:881 node:882
func_proto - 504 obj__ign:621 btf_id__k:501
func_proto - 504 p__refcounted_kptr:504 meta__ign:504
func_proto - 508 dentry:660 name__str:620
func_proto - 508 lock:884
func_proto - 508 lock:884 flags__irq_flag:598
func_proto - 0 lock:884
func_proto - 0 lock:884 flags__irq_flag:598
func_proto - 508 task:548 sig:508 type:885 value:506
func_proto - 886
func_proto - 515
func_proto - 508 dentry:660 name__str:620 value_p:856 flags:508
func_proto - 508 s:862 sk:663 attrs:887 attrs__sz:508
func_proto - 858 skb_ctx:862 bpf_tuple:888 tuple__sz:501 opts:889 opts__sz:501
func_proto - 857 skb_ctx:862 bpf_tuple:888 tuple__sz:501 opts:889 opts__sz:501
func_proto - 508 sa_kern:890 sun_path:891 sun_path__sz:501
func_proto - 508 sock:892
func_proto - 508 skops:893 flags:506
func_proto - 508 s1__ign:620 s2__ign:620
func_proto - 508 s__ign:620 c:894
func_proto - 508 s__ign:620 reject__ign:620
func_proto - 508 stream_id:508 fmt__str:620 args:621 len__sz:501 aux__prog:504
func_proto - 508 s__ign:620
func_proto - 508 s__ign:620 count:525 c:894
func_proto - 508 s__ign:620 count:525
func_proto - 508 s1__ign:620 s2__ign:620 len:525
func_proto - 508 s__ign:620 c:508
func_proto - 508 s__ign:620 accept__ign:620
func_proto - 548 p:548
func_proto - 548 pid:729
func_proto - 548 vpid:729
func_proto - 610 task:548 hierarchy_id:508
func_proto - 0 p:548
func_proto - 679 task:548 ancestor:610
func_proto - 508 task:548 tw:895 map__map:504 callback:896 aux__prog:504
func_proto - 0 cookie:506
func_proto - 508 wq:897 p__map:504 flags:529
func_proto - 508 wq:897 callback_fn:898 flags:529 aux__prog:504
func_proto - 508 wq:897 flags:529
func_proto - 858 xdp_ctx:863 bpf_tuple:888 tuple__sz:501 opts:889 opts__sz:501
func_proto - 857 xdp_ctx:863 bpf_tuple:888 tuple__sz:501 opts:889 opts__sz:501
func_proto - 899 ctx:863 opts:900 opts__sz:501
func_proto - 508 ctx:901 hash:762 rss_type:902
func_proto - 508 ctx:901 timestamp:903
func_proto - 508 ctx:901 vlan_proto:904 vlan_tci:905
func_proto - 508 x:863 len:501
func_proto - 0 x:899
func_proto - 0 -:504 -:515 -:548 -:548 -:529
typedef btf_trace_sched_switch 906
func_proto - 0 -:504 -:548
typedef btf_trace_sched_wakeup 907
func_proto - 0 -:504 -:548 -:559 -:908
typedef btf_trace_sched_process_exec 909
func_proto - 0 -:504 -:548 -:515
typedef btf_trace_sched_process_exit 910
func_proto - 0 -:504 -:548 -:548
typedef btf_trace_sched_process_fork 911
func_proto - 0 -:504 -:912 -:679
typedef btf_trace_sys_enter 913
typedef btf_trace_sys_exit 913
func_proto - 0 -:504 -:914 -:915 -:515
typedef btf_trace_hrtimer_start 916
func_proto - 0 -:504 -:914 -:917
typedef btf_trace_hrtimer_expire_entry 918
func_proto - 0 -:504 -:914
typedef btf_trace_hrtimer_expire_exit 919
typedef btf_trace_hrtimer_cancel 919
func_proto - 0 -:504 -:920 -:547
typedef btf_trace_timer_start 921
typedef btf_trace_timer_expire_entry 921
func_proto - 0 -:504 -:920
typedef btf_trace_timer_cancel 922
func_proto - 0 -:504 -:508 -:923
typedef btf_trace_irq_handler_entry 924
func_proto - 0 -:504 -:529
typedef btf_trace_softirq_entry 925
typedef btf_trace_softirq_exit 925
func_proto - 0 -:504 -:926
typedef btf_trace_workqueue_execute_start 927
func_proto - 0 -:504 -:731 -:504 -:928 -:663
typedef btf_trace_kfree_skb 929
func_proto - 0 -:504 -:731
typedef btf_trace_netif_receive_skb 930
typedef btf_trace_net_dev_queue 930
func_proto - 0 -:504 -:548 -:506
typedef btf_trace_task_newtask 931
func_proto - 0 -:504 -:548 -:620
typedef btf_trace_task_rename 932
func_proto - 0 -:504 -:933 -:934 -:501
typedef btf_trace_xdp_exception 935
func bpf_iter_task 936 0
func bpf_iter_bpf_map 937 0
func bpf_iter_bpf_prog 938 0
func bpf_iter_bpf_map_elem 939 0
func bpf_iter_task_file 940 0
var bpf_prog_active 508 1
var runqueues 941 1
var cpu_number 508 1
var irq_stat 942 1
array - 516 508 32
typedef u32 658
ptr - 943
ptr - 1
ptr - 0
enum bpf_map_type BPF_MAP_TYPE_UNSPEC=0 BPF_MAP_TYPE_HASH=1 BPF_MAP_TYPE_ARRAY=2 BPF_MAP_TYPE_PROG_ARRAY=3 BPF_MAP_TYPE_PERF_EVENT_ARRAY=4 BPF_MAP_TYPE_PERCPU_HASH=5 BPF_MAP_TYPE_PERCPU_ARRAY=6 BPF_MAP_TYPE_STACK_TRACE=7 BPF_MAP_TYPE_CGROUP_ARRAY=8 BPF_MAP_TYPE_LRU_HASH=9 BPF_MAP_TYPE_LRU_PERCPU_HASH=10 BPF_MAP_TYPE_LPM_TRIE=11 BPF_MAP_TYPE_ARRAY_OF_MAPS=12 BPF_MAP_TYPE_HASH_OF_MAPS=13 BPF_MAP_TYPE_DEVMAP=14 BPF_MAP_TYPE_SOCKMAP=15 BPF_MAP_TYPE_CPUMAP=16 BPF_MAP_TYPE_XSKMAP=17 BPF_MAP_TYPE_SOCKHASH=18 BPF_MAP_TYPE_CGROUP_STORAGE_DEPRECATED=19 BPF_MAP_TYPE_CGROUP_STORAGE=19 BPF_MAP_TYPE_REUSEPORT_SOCKARRAY=20 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE_DEPRECATED=21 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE=21 BPF_MAP_TYPE_QUEUE=22 BPF_MAP_TYPE_STACK=23 BPF_MAP_TYPE_SK_STORAGE=24 BPF_MAP_TYPE_DEVMAP_HASH=25 BPF_MAP_TYPE_STRUCT_OPS=26 BPF_MAP_TYPE_RINGBUF=27 BPF_MAP_TYPE_INODE_STORAGE=28 BPF_MAP_TYPE_TASK_STORAGE=29 BPF_MAP_TYPE_BLOOM_FILTER=30 BPF_MAP_TYPE_USER_RINGBUF=31 BPF_MAP_TYPE_CGRP_STORAGE=32 BPF_MAP_TYPE_ARENA=33 __MAX_BPF_MAP_TYPE=34
typedef u64 711
ptr - 944
int int 4 1 32
ptr - 945
ptr - 946
array - 894 508 16
typedef atomic64_t 93
typedef spinlock_t 105
ptr - 947
typedef bool 948
typedef u8 667
ptr - 733
ptr - 894
ptr - 949
ptr - 950
ptr - 951
typedef atomic_t 97
array - 952 508 0
ptr - 953
typedef size_t 954
typedef rqspinlock_t 95
ptr - 955
ptr - 140
int unsigned+int 4 0 32
ptr - 663
ptr - 956
ptr - 957
array - 958 508 0
array - 663 508 0
array - 894 508 0
ptr - 959
typedef u16 665
ptr - 960
ptr - 749
ptr - 961
array - 504 508 8
ptr - 122
ptr - 962
array - 547 508 0
ptr - 963
typedef refcount_t 124
int long+unsigned+int 8 0 64
ptr - 19
ptr - 137
ptr - 964
ptr - 965
ptr - 966
ptr - 554
typedef cpumask_t 73
int short+unsigned+int 2 0 16
ptr - 967
ptr - 20
ptr - 215
typedef pid_t 968
ptr - 25
array - 151 508 4
ptr - 969
ptr - 508
ptr - 970
ptr - 971
ptr - 972
ptr - 973
ptr - 974
ptr - 975
ptr - 26
ptr - 976
ptr - 977
typedef sigset_t 159
ptr - 104
ptr - 978
typedef kuid_t 161
typedef raw_spinlock_t 94
ptr - 979
ptr - 92
ptr - 980
ptr - 981
ptr - 982
ptr - 983
ptr - 984
ptr - 985
typedef nodemask_t 166
typedef seqcount_spinlock_t 167
ptr - 21
ptr - 986
ptr - 987
ptr - 988
array - 516 508 4
ptr - 989
ptr - 990
ptr - 991
int short+int 2 1 16
ptr - 992
ptr - 547
array - 547 508 3
ptr - 993
ptr - 994
ptr - 995
ptr - 996
ptr - 997
ptr - 998
ptr - 999
ptr - 1000
ptr - 1001
array - 801 508 12
ptr - 22
array - 101 508 12
ptr - 23
array - 190 508 3
array - 508 508 12
ptr - 1002
ptr - 1003
typedef wait_queue_head_t 194
ptr - 1004
array - 610 508 0
ptr - 1005
ptr - 1006
typedef umode_t 555
ptr - 1007
typedef atomic_long_t 512
typedef kgid_t 201
typedef kernel_cap_t 202
int unsigned+char 1 0 8
ptr - 1008
ptr - 1009
ptr - 1010
ptr - 1011
array - 140 508 4
array - 205 508 0
ptr - 1012
ptr - 1013
ptr - 1014
ptr - 1015
ptr - 1016
ptr - 1017
ptr - 1018
typedef fmode_t 529
ptr - 1019
ptr - 28
ptr - 1020
typedef loff_t 1021
typedef errseq_t 501
typedef file_ref_t 211
ptr - 1022
ptr - 1023
ptr - 1024
typedef dev_t 1025
typedef time64_t 1026
enum rw_hint WRITE_LIFE_NOT_SET=0 WRITE_LIFE_NONE=1 WRITE_LIFE_SHORT=2 WRITE_LIFE_MEDIUM=3 WRITE_LIFE_LONG=4 WRITE_LIFE_EXTREME=5 WRITE_LIFE_HINT_NR=6
typedef blkcnt_t 506
enum inode_state_flags_t I_NEW=1 I_SYNC=2 I_LRU_ISOLATING=4 I_DIRTY_SYNC=16 I_DIRTY_DATASYNC=32 I_DIRTY_PAGES=64 I_WILL_FREE=128 I_FREEING=256 I_CLEAR=512 I_REFERENCED=1024 I_LINKABLE=2048 I_DIRTY_TIME=4096 I_WB_SWITCH=8192 I_OVL_INUSE=16384 I_CREATING=32768 I_DONTCACHE=65536 I_SYNC_QUEUED=131072 I_PINNING_NETFS_WB=262144
ptr - 1027
ptr - 1028
typedef __u32 529
ptr - 1029
ptr - 29
ptr - 1030
ptr - 1031
ptr - 33
array - 894 508 48
typedef __u16 555
array - 667 508 0
typedef __u8 627
typedef sk_buff_data_t 529
ptr - 627
ptr - 1032
volatile - 627
ptr - 1033
typedef possible_net_t 251
array - 508 508 0
typedef __s32 508
ptr - 1034
ptr - 1035
ptr - 0
int long+int 8 1 64
ptr - 35
array - 1036 508 2
typedef socket_lock_t 265
typedef netdev_features_t 506
typedef gfp_t 529
typedef rwlock_t 267
typedef ktime_t 733
ptr - 0
ptr - 1037
ptr - 1038
typedef netns_tracker 109
ptr - 1039
ptr - 1040
typedef __be32 658
typedef __s16 596
typedef __be16 665
ptr - 1041
ptr - 1042
typedef socket_state 1043
ptr - 27
ptr - 1044
ptr - 1045
ptr - 1046
ptr - 1047
ptr - 0
ptr - 1048
ptr - 1049
ptr - 57
ptr - 24
array - 894 508 256
array - 711 508 2
typedef __u64 760
array - 711 508 3
array - 711 508 4
array - 658 508 1
typedef pgprot_t 302
ptr - 1050
ptr - 1051
ptr - 1052
ptr - 1053
ptr - 0
ptr - 1054
ptr - 0
ptr - 39
ptr - 41
array - 547 508 4
ptr - 1055
array - 711 508 1
array - 516 508 3
typedef s32 675
ptr - 1056
ptr - 31
typedef xfrm_address_t 311
typedef s64 1026
typedef arch_spinlock_t 95
ptr - 101
typedef work_func_t 1057
ptr - 0
array - 504 508 0
ptr - 1058
ptr - 1059
ptr - 1060
typedef del_from_htab_func 1061
ptr - 118
ptr - 1062
array - 101 508 3
array - 529 508 2
ptr - 729
ptr - 1063
ptr - 1064
ptr - 133
enum bpf_struct_ops_state BPF_STRUCT_OPS_STATE_INIT=0 BPF_STRUCT_OPS_STATE_INUSE=1 BPF_STRUCT_OPS_STATE_TOBEFREE=2 BPF_STRUCT_OPS_STATE_READY=3
ptr - 129
ptr - 131
ptr - 1065
ptr - 136
ptr - 1066
ptr - 941
typedef dl_server_pick_f 1067
ptr - 151
int long+long+unsigned+int 8 0 64
ptr - 0
ptr - 501
typedef clockid_t 1068
enum timespec_type TT_NONE=0 TT_NATIVE=1 TT_COMPAT=2
ptr - 1069
ptr - 1070
ptr - 1071
ptr - 759
array - 154 508 3
ptr - 1072
array - 547 508 1
typedef uid_t 1073
ptr - 1074
ptr - 164
array - 547 508 16
typedef seqcount_t 168
ptr - 1075
ptr - 1076
array - 177 508 3
array - 1077 508 4
ptr - 1078
ptr - 1079
ptr - 1080
ptr - 1081
ptr - 529
typedef vm_flags_t 547
array - 547 508 56
array - 119 508 4
ptr - 1082
typedef mm_context_t 184
typedef mm_flags_t 185
ptr - 1083
ptr - 1084
typedef mm_id_t 529
ptr - 1085
ptr - 1086
typedef s16 694
ptr - 1087
ptr - 1088
ptr - 1089
ptr - 187
ptr - 1090
ptr - 1091
array - 808 508 38
array - 140 508 38
array - 516 508 38
array - 506 508 38
ptr - 1092
ptr - 1093
ptr - 1094
ptr - 1095
typedef gid_t 1096
ptr - 1097
const - 30
typedef freeptr_t 210
const - 529
ptr - 0
ptr - 1098
ptr - 1099
ptr - 219
ptr - 820
const - 221
ptr - 1100
array - 627 508 40
array - 547 508 5
ptr - 617
ptr - 0
typedef __wsum 658
typedef __addrpair 711
array - 665 508 2
typedef __portpair 658
array - 667 508 16
array - 695 508 8
array - 693 508 4
ptr - 1101
ptr - 256
ptr - 836
ptr - 286
typedef arch_rwlock_t 268
ptr - 1102
typedef dscp_t 516
typedef __be64 711
ptr - 1103
typedef __kernel_ulong_t 547
typedef pgprotval_t 547
const - 786
ptr - 1104
array - 501 508 4
ptr - 1105
ptr - 45
ptr - 56
ptr - 1106
ptr - 73
ptr - 74
ptr - 1107
ptr - 1108
ptr - 1109
ptr - 1110
ptr - 1111
enum nf_nat_manip_type NF_NAT_MANIP_SRC=0 NF_NAT_MANIP_DST=1
ptr - 1112
ptr - 1113
ptr - 75
ptr - 1114
ptr - 76
ptr - 1115
ptr - 77
ptr - 78
ptr - 79
ptr - 1116
ptr - 80
ptr - 81
ptr - 82
ptr - 83
ptr - 84
ptr - 85
ptr - 52
ptr - 51
ptr - 1117
ptr - 814
ptr - 53
ptr - 54
ptr - 0
ptr - 50
enum pid_type PIDTYPE_PID=0 PIDTYPE_TGID=1 PIDTYPE_PGID=2 PIDTYPE_SID=3 PIDTYPE_MAX=4
ptr - 711
ptr - 86
ptr - 87
ptr - 88
ptr - 89
ptr - 1118
ptr - 32
ptr - 90
int char 1 0 8
ptr - 48
typedef bpf_task_work_callback_t 1119
ptr - 47
ptr - 0
ptr - 1120
ptr - 91
ptr - 1121
ptr - 1122
ptr - 506
ptr - 695
ptr - 537
ptr - 448
ptr - 450
ptr - 40
ptr - 452
ptr - 454
ptr - 456
ptr - 37
ptr - 458
ptr - 58
enum hrtimer_mode HRTIMER_MODE_ABS=0 HRTIMER_MODE_REL=1 HRTIMER_MODE_PINNED=2 HRTIMER_MODE_SOFT=4 HRTIMER_MODE_HARD=8 HRTIMER_MODE_ABS_PINNED=2 HRTIMER_MODE_REL_PINNED=3 HRTIMER_MODE_ABS_SOFT=4 HRTIMER_MODE_REL_SOFT=5 HRTIMER_MODE_ABS_PINNED_SOFT=6 HRTIMER_MODE_REL_PINNED_SOFT=7 HRTIMER_MODE_ABS_HARD=8 HRTIMER_MODE_REL_HARD=9 HRTIMER_MODE_ABS_PINNED_HARD=10 HRTIMER_MODE_REL_PINNED_HARD=11
ptr - 461
ptr - 686
ptr - 463
ptr - 465
ptr - 59
ptr - 468
ptr - 471
ptr - 1123
ptr - 473
ptr - 475
ptr - 103
ptr - 478
enum skb_drop_reason SKB_NOT_DROPPED_YET=0 SKB_CONSUMED=1 SKB_DROP_REASON_NOT_SPECIFIED=2 SKB_DROP_REASON_NO_SOCKET=3 SKB_DROP_REASON_SOCKET_CLOSE=4 SKB_DROP_REASON_SOCKET_FILTER=5 SKB_DROP_REASON_SOCKET_RCVBUFF=6 SKB_DROP_REASON_UNIX_DISCONNECT=7 SKB_DROP_REASON_UNIX_SKIP_OOB=8 SKB_DROP_REASON_PKT_TOO_SMALL=9 SKB_DROP_REASON_TCP_CSUM=10 SKB_DROP_REASON_UDP_CSUM=11 SKB_DROP_REASON_NETFILTER_DROP=12 SKB_DROP_REASON_OTHERHOST=13 SKB_DROP_REASON_IP_CSUM=14 SKB_DROP_REASON_IP_INHDR=15 SKB_DROP_REASON_IP_RPFILTER=16 SKB_DROP_REASON_UNICAST_IN_L2_MULTICAST=17 SKB_DROP_REASON_XFRM_POLICY=18 SKB_DROP_REASON_IP_NOPROTO=19 SKB_DROP_REASON_PROTO_MEM=20 SKB_DROP_REASON_TCP_AUTH_HDR=21 SKB_DROP_REASON_TCP_MD5NOTFOUND=22 SKB_DROP_REASON_TCP_MD5UNEXPECTED=23 SKB_DROP_REASON_TCP_MD5FAILURE=24 SKB_DROP_REASON_TCP_AONOTFOUND=25 SKB_DROP_REASON_TCP_AOUNEXPECTED=26 SKB_DROP_REASON_TCP_AOKEYNOTFOUND=27 SKB_DROP_REASON_TCP_AOFAILURE=28 SKB_DROP_REASON_SOCKET_BACKLOG=29 SKB_DROP_REASON_TCP_FLAGS=30 SKB_DROP_REASON_TCP_ABORT_ON_DATA=31 SKB_DROP_REASON_TCP_ZEROWINDOW=32 SKB_DROP_REASON_TCP_OLD_DATA=33 SKB_DROP_REASON_TCP_OVERWINDOW=34 SKB_DROP_REASON_TCP_OFOMERGE=35 SKB_DROP_REASON_TCP_RFC7323_PAWS=36 SKB_DROP_REASON_TCP_RFC7323_PAWS_ACK=37 SKB_DROP_REASON_TCP_RFC7323_TW_PAWS=38 SKB_DROP_REASON_TCP_RFC7323_TSECR=39 SKB_DROP_REASON_TCP_LISTEN_OVERFLOW=40 SKB_DROP_REASON_TCP_OLD_SEQUENCE=41 SKB_DROP_REASON_TCP_INVALID_SEQUENCE=42 SKB_DROP_REASON_TCP_INVALID_END_SEQUENCE=43 SKB_DROP_REASON_TCP_INVALID_ACK_SEQUENCE=44 SKB_DROP_REASON_TCP_RESET=45 SKB_DROP_REASON_TCP_INVALID_SYN=46 SKB_DROP_REASON_TCP_CLOSE=47 SKB_DROP_REASON_TCP_FASTOPEN=48 SKB_DROP_REASON_TCP_OLD_ACK=49 SKB_DROP_REASON_TCP_TOO_OLD_ACK=50 SKB_DROP_REASON_TCP_ACK_UNSENT_DATA=51 SKB_DROP_REASON_TCP_OFO_QUEUE_PRUNE=52 SKB_DROP_REASON_TCP_OFO_DROP=53 SKB_DROP_REASON_IP_OUTNOROUTES=54 SKB_DROP_REASON_BPF_CGROUP_EGRESS=55 SKB_DROP_REASON_IPV6DISABLED=56 SKB_DROP_REASON_NEIGH_CREATEFAIL=57 SKB_DROP_REASON_NEIGH_FAILED=58 SKB_DROP_REASON_NEIGH_QUEUEFULL=59 SKB_DROP_REASON_NEIGH_DEAD=60 SKB_DROP_REASON_NEIGH_HH_FILLFAIL=61 SKB_DROP_REASON_TC_EGRESS=62 SKB_DROP_REASON_SECURITY_HOOK=63 SKB_DROP_REASON_QDISC_DROP=64 SKB_DROP_REASON_QDISC_OVERLIMIT=65 SKB_DROP_REASON_QDISC_CONGESTED=66 SKB_DROP_REASON_CAKE_FLOOD=67 SKB_DROP_REASON_FQ_BAND_LIMIT=68 SKB_DROP_REASON_FQ_HORIZON_LIMIT=69 SKB_DROP_REASON_FQ_FLOW_LIMIT=70 SKB_DROP_REASON_CPU_BACKLOG=71 SKB_DROP_REASON_XDP=72 SKB_DROP_REASON_TC_INGRESS=73 SKB_DROP_REASON_UNHANDLED_PROTO=74 SKB_DROP_REASON_SKB_CSUM=75 SKB_DROP_REASON_SKB_GSO_SEG=76 SKB_DROP_REASON_SKB_UCOPY_FAULT=77 SKB_DROP_REASON_DEV_HDR=78 SKB_DROP_REASON_DEV_READY=79 SKB_DROP_REASON_FULL_RING=80 SKB_DROP_REASON_NOMEM=81 SKB_DROP_REASON_HDR_TRUNC=82 SKB_DROP_REASON_TAP_FILTER=83 SKB_DROP_REASON_TAP_TXFILTER=84 SKB_DROP_REASON_ICMP_CSUM=85 SKB_DROP_REASON_INVALID_PROTO=86 SKB_DROP_REASON_IP_INADDRERRORS=87 SKB_DROP_REASON_IP_INNOROUTES=88 SKB_DROP_REASON_IP_LOCAL_SOURCE=89 SKB_DROP_REASON_IP_INVALID_SOURCE=90 SKB_DROP_REASON_IP_LOCALNET=91 SKB_DROP_REASON_IP_INVALID_DEST=92 SKB_DROP_REASON_PKT_TOO_BIG=93 SKB_DROP_REASON_DUP_FRAG=94 SKB_DROP_REASON_FRAG_REASM_TIMEOUT=95 SKB_DROP_REASON_FRAG_TOO_FAR=96 SKB_DROP_REASON_TCP_MINTTL=97 SKB_DROP_REASON_IPV6_BAD_EXTHDR=98 SKB_DROP_REASON_IPV6_NDISC_FRAG=99 SKB_DROP_REASON_IPV6_NDISC_HOP_LIMIT=100 SKB_DROP_REASON_IPV6_NDISC_BAD_CODE=101 SKB_DROP_REASON_IPV6_NDISC_BAD_OPTIONS=102 SKB_DROP_REASON_IPV6_NDISC_NS_OTHERHOST=103 SKB_DROP_REASON_QUEUE_PURGE=104 SKB_DROP_REASON_TC_COOKIE_ERROR=105 SKB_DROP_REASON_PACKET_SOCK_ERROR=106 SKB_DROP_REASON_TC_CHAIN_NOTFOUND=107 SKB_DROP_REASON_TC_RECLASSIFY_LOOP=108 SKB_DROP_REASON_VXLAN_INVALID_HDR=109 SKB_DROP_REASON_VXLAN_VNI_NOT_FOUND=110 SKB_DROP_REASON_MAC_INVALID_SOURCE=111 SKB_DROP_REASON_VXLAN_ENTRY_EXISTS=112 SKB_DROP_REASON_NO_TX_TARGET=113 SKB_DROP_REASON_IP_TUNNEL_ECN=114 SKB_DROP_REASON_TUNNEL_TXINFO=115 SKB_DROP_REASON_LOCAL_MAC=116 SKB_DROP_REASON_ARP_PVLAN_DISABLE=117 SKB_DROP_REASON_MAC_IEEE_MAC_CONTROL=118 SKB_DROP_REASON_BRIDGE_INGRESS_STP_STATE=119 SKB_DROP_REASON_CAN_RX_INVALID_FRAME=120 SKB_DROP_REASON_CANFD_RX_INVALID_FRAME=121 SKB_DROP_REASON_CANXL_RX_INVALID_FRAME=122 SKB_DROP_REASON_PFMEMALLOC=123 SKB_DROP_REASON_DUALPI2_STEP_DROP=124 SKB_DROP_REASON_PSP_INPUT=125 SKB_DROP_REASON_PSP_OUTPUT=126 SKB_DROP_REASON_RECURSION_LIMIT=127 SKB_DROP_REASON_MAX=128 SKB_DROP_REASON_SUBSYS_MASK=-65536
ptr - 480
ptr - 482
ptr - 485
ptr - 487
ptr - 1124
ptr - 1125
ptr - 489
func_proto - 508 meta:724 task:548
func_proto - 508 meta:724 map:503
func_proto - 508 meta:724 prog:748
func_proto - 508 meta:724 map:503 key:504 value:504
func_proto - 508 meta:724 task:548 fd:501 file:699
struct rq 3584
typedef irq_cpustat_t 1126
const - 1127
struct btf_record 32
struct btf 240
struct obj_cgroup 48
struct bpf_map_owner 40
int _Bool 1 4 8
struct bpf_array_aux 88
struct bucket 16
ptr - 1128
ptr - 1129
struct lpm_trie_node 24
typedef __kernel_size_t 844
ptr - 1130
struct bpf_shtab_bucket 16
ptr - 1131
ptr - 1132
struct bpf_local_storage_map_bucket 16
const - 1133
ptr - 1134
struct bpf_ringbuf 12288
struct vm_struct 72
const - 1135
struct task_group 704
const - 554
struct rcu_node 704
typedef __kernel_pid_t 508
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
typedef kernel_siginfo_t 1136
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
const - 894
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
const - 1137
struct fown_struct 40
typedef __kernel_loff_t 1138
struct posix_acl 24
const - 1139
struct super_block 1472
typedef __kernel_dev_t 501
typedef __s64 1138
struct bdi_writeback 800
struct file_lock_context 56
struct fsnotify_mark_connector 24
const - 1140
struct vfsmount 32
struct skb_ext 8
struct proto 448
struct dst_entry 136
struct sk_filter 32
ptr - 1141
struct sock_reuseport 48
struct numa_drop_counters 128
struct ipv6_pinfo 128
struct ipv6_fl_socklist 32
struct ip_options_rcu 32
struct ip_mc_socklist 48
enum - SS_FREE=0 SS_UNCONNECTED=1 SS_CONNECTING=2 SS_CONNECTED=3 SS_DISCONNECTING=4
const - 1142
struct xdp_rxq_info 64
struct xdp_txq_info 8
struct net_device 2496
const - 1143
const - 27
struct anon_vma 96
const - 1144
struct vma_numab_state 40
struct pfnmap_track_ctx 24
struct hrtimer_clock_base 64
const - 1145
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
typedef __kernel_clockid_t 508
struct __kernel_timespec 16
struct old_timespec32 8
struct pollfd 8
struct sem_undo_list 24
typedef __kernel_uid32_t 529
struct seccomp_filter 224
struct page 64
struct unwind_cache 16
ptr - 1146
struct io_bitmap 8208
typedef pgd_t 1147
struct mm_cid 16
struct futex_private_hash 64
struct linux_binfmt 48
struct kioctx_table 24
struct mmu_notifier_subscriptions 80
struct ldt_struct 16
const - 1148
struct xol_area 48
struct cgroup_subsys 256
struct css_rstat_cpu 32
struct percpu_ref_data 56
struct workqueue_struct 320
struct bpf_prog_array 16
struct kernfs_root 248
const - 1149
struct kernfs_open_node 72
typedef __kernel_gid32_t 529
struct pidfs_attr 32
const - 1150
struct cdev 104
const - 627
struct inet_timewait_death_row 128
struct ip_options 16
struct fasync_struct 48
struct userfaultfd_ctx 176
type_tag address_space(1) 0
const - 73
const - 1151
const - 45
struct nf_conn 248
struct nf_conn___init 248
union nf_inet_addr 16
const - 1110
struct __sk_buff 192
struct kmem_cache 8416
const - 506
struct dma_buf 232
const - 1
const - 516
ptr - 0
struct xfrm_state 816
const - 75
enum xdp_rss_hash_type XDP_RSS_L3_IPV4=1 XDP_RSS_L3_IPV6=2 XDP_RSS_L3_DYNHDR=4 XDP_RSS_L4=8 XDP_RSS_L4_TCP=16 XDP_RSS_L4_UDP=32 XDP_RSS_L4_SCTP=64 XDP_RSS_L4_IPSEC=128 XDP_RSS_L4_ICMP=256 XDP_RSS_TYPE_NONE=0 XDP_RSS_TYPE_L2=0 XDP_RSS_TYPE_L3_IPV4=1 XDP_RSS_TYPE_L3_IPV6=2 XDP_RSS_TYPE_L3_IPV4_OPT=5 XDP_RSS_TYPE_L3_IPV6_EX=6 XDP_RSS_TYPE_L4_ANY=8 XDP_RSS_TYPE_L4_IPV4_TCP=25 XDP_RSS_TYPE_L4_IPV4_UDP=41 XDP_RSS_TYPE_L4_IPV4_SCTP=73 XDP_RSS_TYPE_L4_IPV4_IPSEC=137 XDP_RSS_TYPE_L4_IPV4_ICMP=265 XDP_RSS_TYPE_L4_IPV6_TCP=26 XDP_RSS_TYPE_L4_IPV6_UDP=42 XDP_RSS_TYPE_L4_IPV6_SCTP=74 XDP_RSS_TYPE_L4_IPV6_IPSEC=138 XDP_RSS_TYPE_L4_IPV6_ICMP=266 XDP_RSS_TYPE_L4_IPV6_TCP_EX=30 XDP_RSS_TYPE_L4_IPV6_UDP_EX=46 XDP_RSS_TYPE_L4_IPV6_SCTP_EX=78
struct irqaction 128
const - 1047
const - 1063
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
struct bpf_crypto_params 408
func __bpf_trap 312 0
func bpf_arena_alloc_pages 313 0
func bpf_arena_free_pages 314 0
func bpf_arena_reserve_pages 315 0
func bpf_cast_to_kern_ctx 316 0
func bpf_cgroup_acquire 317 0
func bpf_cgroup_ancestor 318 0
func bpf_cgroup_from_id 319 0
func bpf_cgroup_read_xattr 320 0
func bpf_cgroup_release 321 0
func bpf_copy_from_user_dynptr 322 0
func bpf_copy_from_user_str 323 0
func bpf_copy_from_user_str_dynptr 322 0
func bpf_copy_from_user_task_dynptr 324 0
func bpf_copy_from_user_task_str 325 0
func bpf_copy_from_user_task_str_dynptr 324 0
func bpf_cpumask_acquire 326 0
func bpf_cpumask_and 327 0
func bpf_cpumask_any_and_distribute 328 0
func bpf_cpumask_any_distribute 329 0
func bpf_cpumask_clear 330 0
func bpf_cpumask_clear_cpu 331 0
func bpf_cpumask_copy 332 0
func bpf_cpumask_create 333 0
func bpf_cpumask_empty 334 0
func bpf_cpumask_equal 335 0
func bpf_cpumask_first 329 0
func bpf_cpumask_first_and 328 0
func bpf_cpumask_first_zero 329 0
func bpf_cpumask_full 334 0
func bpf_cpumask_intersects 335 0
func bpf_cpumask_or 336 0
func bpf_cpumask_populate 337 0
func bpf_cpumask_release 330 0
func bpf_cpumask_set_cpu 331 0
func bpf_cpumask_setall 330 0
func bpf_cpumask_subset 335 0
func bpf_cpumask_weight 329 0
func bpf_cpumask_xor 336 0
func bpf_crypto_ctx_acquire 338 0
func bpf_crypto_ctx_create 339 0
func bpf_crypto_ctx_release 340 0
func bpf_crypto_decrypt 341 0
func bpf_crypto_encrypt 341 0
func bpf_ct_change_status 342 0
func bpf_ct_change_timeout 343 0
func bpf_ct_insert_entry 344 0
func bpf_ct_release 345 0
func bpf_ct_set_nat_info 346 0
func bpf_ct_set_status 347 0
func bpf_ct_set_timeout 348 0
func bpf_dynptr_adjust 349 0
func bpf_dynptr_clone 350 0
func bpf_dynptr_copy 351 0
func bpf_dynptr_from_skb 352 0
func bpf_dynptr_from_skb_meta 353 0
func bpf_dynptr_from_xdp 354 0
func bpf_dynptr_is_null 355 0
func bpf_dynptr_is_rdonly 355 0
func bpf_dynptr_memset 356 0
func bpf_dynptr_size 357 0
func bpf_dynptr_slice 358 0
func bpf_dynptr_slice_rdwr 358 0
func bpf_get_dentry_xattr 359 0
func bpf_get_file_xattr 360 0
func bpf_get_kmem_cache 361 0
func bpf_get_task_exe_file 362 0
func bpf_iter_bits_destroy 363 0
func bpf_iter_bits_new 364 0
func bpf_iter_bits_next 365 0
func bpf_iter_css_destroy 366 0
func bpf_iter_css_new 367 0
func bpf_iter_css_next 368 0
func bpf_iter_css_task_destroy 369 0
func bpf_iter_css_task_new 370 0
func bpf_iter_css_task_next 371 0
func bpf_iter_dmabuf_destroy 372 0
func bpf_iter_dmabuf_new 373 0
func bpf_iter_dmabuf_next 374 0
func bpf_iter_kmem_cache_destroy 375 0
func bpf_iter_kmem_cache_new 376 0
func bpf_iter_kmem_cache_next 377 0
func bpf_iter_num_destroy 378 0
func bpf_iter_num_new 379 0
func bpf_iter_num_next 380 0
func bpf_iter_task_destroy 381 0
func bpf_iter_task_new 382 0
func bpf_iter_task_next 383 0
func bpf_iter_task_vma_destroy 384 0
func bpf_iter_task_vma_new 385 0
func bpf_iter_task_vma_next 386 0
func bpf_key_put 387 0
func bpf_kfunc_call_memb_release 388 0
func bpf_list_back 389 0
func bpf_list_front 389 0
func bpf_list_pop_back 389 0
func bpf_list_pop_front 389 0
func bpf_list_push_back_impl 390 0
func bpf_list_push_front_impl 390 0
func bpf_local_irq_restore 391 0
func bpf_local_irq_save 391 0
func bpf_lookup_system_key 392 0
func bpf_lookup_user_key 393 0
func bpf_map_sum_elem_count 394 0
func bpf_obj_drop_impl 395 0
func bpf_obj_new_impl 396 0
func bpf_path_d_path 397 0
func bpf_percpu_obj_drop_impl 395 0
func bpf_percpu_obj_new_impl 396 0
func bpf_preempt_disable 312 0
func bpf_preempt_enable 312 0
func bpf_probe_read_kernel_dynptr 322 0
func bpf_probe_read_kernel_str_dynptr 322 0
func bpf_probe_read_user_dynptr 322 0
func bpf_probe_read_user_str_dynptr 322 0
func bpf_put_file 398 0
func bpf_rbtree_add_impl 399 0
func bpf_rbtree_first 400 0
func bpf_rbtree_left 401 0
func bpf_rbtree_remove 401 0
func bpf_rbtree_right 401 0
func bpf_rbtree_root 400 0
func bpf_rcu_read_lock 312 0
func bpf_rcu_read_unlock 312 0
func bpf_rdonly_cast 402 0
func bpf_refcount_acquire_impl 403 0
func bpf_remove_dentry_xattr 404 0
func bpf_res_spin_lock 405 0
func bpf_res_spin_lock_irqsave 406 0
func bpf_res_spin_unlock 407 0
func bpf_res_spin_unlock_irqrestore 408 0
func bpf_send_signal_task 409 0
func bpf_session_cookie 410 0
func bpf_session_is_return 411 0
func bpf_set_dentry_xattr 412 0
func bpf_sk_assign_tcp_reqsk 413 0
func bpf_skb_ct_alloc 414 0
func bpf_skb_ct_lookup 415 0
func bpf_sock_addr_set_sun_path 416 0
func bpf_sock_destroy 417 0
func bpf_sock_ops_enable_tx_tstamp 418 0
func bpf_strcasecmp 419 0
func bpf_strchr 420 0
func bpf_strchrnul 420 0
func bpf_strcmp 419 0
func bpf_strcspn 421 0
func bpf_stream_vprintk_impl 422 0
func bpf_strlen 423 0
func bpf_strnchr 424 0
func bpf_strnlen 425 0
func bpf_strnstr 426 0
func bpf_strrchr 427 0
func bpf_strspn 428 0
func bpf_strstr 419 0
func bpf_task_acquire 429 0
func bpf_task_from_pid 430 0
func bpf_task_from_vpid 431 0
func bpf_task_get_cgroup1 432 0
func bpf_task_release 433 0
func bpf_task_under_cgroup 434 0
func bpf_task_work_schedule_resume_impl 435 0
func bpf_task_work_schedule_signal_impl 435 0
func bpf_throw 436 0
func bpf_wq_init 437 0
func bpf_wq_set_callback_impl 438 0
func bpf_wq_start 439 0
func bpf_xdp_ct_alloc 440 0
func bpf_xdp_ct_lookup 441 0
func bpf_xdp_get_xfrm_state 442 0
func bpf_xdp_metadata_rx_hash 443 0
func bpf_xdp_metadata_rx_timestamp 444 0
func bpf_xdp_metadata_rx_vlan_tag 445 0
func bpf_xdp_pull_data 446 0
func bpf_xdp_xfrm_state_release 447 0
decl_tag bpf_kfunc 1152 -1
decl_tag bpf_kfunc 1153 -1
decl_tag bpf_kfunc 1154 -1
decl_tag bpf_kfunc 1155 -1
decl_tag bpf_kfunc 1156 -1
decl_tag bpf_fastcall 1156 -1
decl_tag bpf_kfunc 1157 -1
decl_tag bpf_kfunc 1158 -1
decl_tag bpf_kfunc 1159 -1
decl_tag bpf_kfunc 1160 -1
decl_tag bpf_kfunc 1161 -1
decl_tag bpf_kfunc 1162 -1
decl_tag bpf_kfunc 1163 -1
decl_tag bpf_kfunc 1164 -1
decl_tag bpf_kfunc 1165 -1
decl_tag bpf_kfunc 1166 -1
decl_tag bpf_kfunc 1167 -1
decl_tag bpf_kfunc 1168 -1
decl_tag bpf_kfunc 1169 -1
decl_tag bpf_kfunc 1170 -1
decl_tag bpf_kfunc 1171 -1
decl_tag bpf_kfunc 1172 -1
decl_tag bpf_kfunc 1173 -1
decl_tag bpf_kfunc 1174 -1
decl_tag bpf_kfunc 1175 -1
decl_tag bpf_kfunc 1176 -1
decl_tag bpf_kfunc 1177 -1
decl_tag bpf_kfunc 1178 -1
decl_tag bpf_kfunc 1179 -1
decl_tag bpf_kfunc 1180 -1
decl_tag bpf_kfunc 1181 -1
decl_tag bpf_kfunc 1182 -1
decl_tag bpf_kfunc 1183 -1
decl_tag bpf_kfunc 1184 -1
decl_tag bpf_kfunc 1185 -1
decl_tag bpf_kfunc 1186 -1
decl_tag bpf_kfunc 1187 -1
decl_tag bpf_kfunc 1188 -1
decl_tag bpf_kfunc 1189 -1
decl_tag bpf_kfunc 1190 -1
decl_tag bpf_kfunc 1191 -1
decl_tag bpf_kfunc 1192 -1
decl_tag bpf_kfunc 1193 -1
decl_tag bpf_kfunc 1194 -1
decl_tag bpf_kfunc 1195 -1
decl_tag bpf_kfunc 1196 -1
decl_tag bpf_kfunc 1197 -1
decl_tag bpf_kfunc 1198 -1
decl_tag bpf_kfunc 1199 -1
decl_tag bpf_kfunc 1200 -1
decl_tag bpf_kfunc 1201 -1
decl_tag bpf_kfunc 1202 -1
decl_tag bpf_kfunc 1203 -1
decl_tag bpf_kfunc 1204 -1
decl_tag bpf_kfunc 1205 -1
decl_tag bpf_kfunc 1206 -1
decl_tag bpf_kfunc 1207 -1
decl_tag bpf_kfunc 1208 -1
decl_tag bpf_kfunc 1209 -1
decl_tag bpf_kfunc 1210 -1
decl_tag bpf_kfunc 1211 -1
decl_tag bpf_kfunc 1212 -1
decl_tag bpf_kfunc 1213 -1
decl_tag bpf_kfunc 1214 -1
decl_tag bpf_kfunc 1215 -1
decl_tag bpf_kfunc 1216 -1
decl_tag bpf_kfunc 1217 -1
decl_tag bpf_kfunc 1218 -1
decl_tag bpf_kfunc 1219 -1
decl_tag bpf_kfunc 1220 -1
decl_tag bpf_kfunc 1221 -1
decl_tag bpf_kfunc 1222 -1
decl_tag bpf_kfunc 1223 -1
decl_tag bpf_kfunc 1224 -1
decl_tag bpf_kfunc 1225 -1
decl_tag bpf_kfunc 1226 -1
decl_tag bpf_kfunc 1227 -1
decl_tag bpf_kfunc 1228 -1
decl_tag bpf_kfunc 1229 -1
decl_tag bpf_kfunc 1230 -1
decl_tag bpf_kfunc 1231 -1
decl_tag bpf_kfunc 1232 -1
decl_tag bpf_kfunc 1233 -1
decl_tag bpf_kfunc 1234 -1
decl_tag bpf_kfunc 1235 -1
decl_tag bpf_kfunc 1236 -1
decl_tag bpf_kfunc 1237 -1
decl_tag bpf_kfunc 1238 -1
decl_tag bpf_kfunc 1239 -1
decl_tag bpf_kfunc 1240 -1
decl_tag bpf_kfunc 1241 -1
decl_tag bpf_kfunc 1242 -1
decl_tag bpf_kfunc 1243 -1
decl_tag bpf_kfunc 1244 -1
decl_tag bpf_kfunc 1245 -1
decl_tag bpf_kfunc 1246 -1
decl_tag bpf_kfunc 1247 -1
decl_tag bpf_kfunc 1248 -1
decl_tag bpf_kfunc 1249 -1
decl_tag bpf_kfunc 1250 -1
decl_tag bpf_kfunc 1251 -1
decl_tag bpf_kfunc 1252 -1
decl_tag bpf_kfunc 1253 -1
decl_tag bpf_kfunc 1254 -1
decl_tag bpf_kfunc 1255 -1
decl_tag bpf_kfunc 1256 -1
decl_tag bpf_kfunc 1257 -1
decl_tag bpf_kfunc 1258 -1
decl_tag bpf_kfunc 1259 -1
decl_tag bpf_kfunc 1260 -1
decl_tag bpf_kfunc 1261 -1
decl_tag bpf_kfunc 1262 -1
decl_tag bpf_kfunc 1263 -1
decl_tag bpf_kfunc 1264 -1
decl_tag bpf_kfunc 1265 -1
decl_tag bpf_kfunc 1266 -1
decl_tag bpf_kfunc 1267 -1
decl_tag bpf_kfunc 1268 -1
decl_tag bpf_kfunc 1269 -1
decl_tag bpf_kfunc 1270 -1
decl_tag bpf_kfunc 1271 -1
decl_tag bpf_kfunc 1272 -1
decl_tag bpf_kfunc 1273 -1
decl_tag bpf_kfunc 1274 -1
decl_tag bpf_kfunc 1275 -1
decl_tag bpf_kfunc 1276 -1
decl_tag bpf_fastcall 1276 -1
decl_tag bpf_kfunc 1277 -1
decl_tag bpf_kfunc 1278 -1
decl_tag bpf_kfunc 1279 -1
decl_tag bpf_kfunc 1280 -1
decl_tag bpf_kfunc 1281 -1
decl_tag bpf_kfunc 1282 -1
decl_tag bpf_kfunc 1283 -1
decl_tag bpf_kfunc 1284 -1
decl_tag bpf_kfunc 1285 -1
decl_tag bpf_kfunc 1286 -1
decl_tag bpf_kfunc 1287 -1
decl_tag bpf_kfunc 1288 -1
decl_tag bpf_kfunc 1289 -1
decl_tag bpf_kfunc 1290 -1
decl_tag bpf_kfunc 1291 -1
decl_tag bpf_kfunc 1292 -1
decl_tag bpf_kfunc 1293 -1
decl_tag bpf_kfunc 1294 -1
decl_tag bpf_kfunc 1295 -1
decl_tag bpf_kfunc 1296 -1
decl_tag bpf_kfunc 1297 -1
decl_tag bpf_kfunc 1298 -1
decl_tag bpf_kfunc 1299 -1
decl_tag bpf_kfunc 1300 -1
decl_tag bpf_kfunc 1301 -1
decl_tag bpf_kfunc 1302 -1
decl_tag bpf_kfunc 1303 -1
decl_tag bpf_kfunc 1304 -1
decl_tag bpf_kfunc 1305 -1
decl_tag bpf_kfunc 1306 -1
decl_tag bpf_kfunc 1307 -1
decl_tag bpf_kfunc 1308 -1
decl_tag bpf_kfunc 1309 -1
decl_tag bpf_kfunc 1310 -1
decl_tag bpf_kfunc 1311 -1
decl_tag bpf_kfunc 1312 -1
decl_tag bpf_kfunc 1313 -1
decl_tag bpf_kfunc 1314 -1
decl_tag bpf_kfunc 1315 -1
decl_tag bpf_kfunc 1316 -1
decl_tag bpf_kfunc 1317 -1
decl_tag bpf_kfunc 1318 -1
decl_tag bpf_kfunc 1319 -1
decl_tag bpf_kfunc 1320 -1
decl_tag bpf_kfunc 1321 -1
decl_tag bpf_kfunc 1322 -1
decl_tag bpf_kfunc 1323 -1
decl_tag bpf_kfunc 1324 -1
decl_tag bpf_kfunc 1325 -1
`;
